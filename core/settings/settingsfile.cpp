// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settingsfile.h"

#include "core/util/coretext.h"
#include "core/util/logging.h"

#include <QSettings>

namespace carillon {

namespace {

constexpr int mostWorkers = 1000;
constexpr qint64 leastOutput = 64 * 1024;
constexpr qint64 mostOutput = qint64(1) << 40;

const QStringList &themeWords()
{
    static const QStringList words{u"system"_qs, u"light"_qs, u"dark"_qs}; // in the order of Theme
    return words;
}

/// One key of the file against one field; a value equal to the default is not kept.
class Reader
{
public:
    explicit Reader(const QSettings &file) : m_file(file) {}

    void operator()(const QString &key, QString &field) const
    {
        field = m_file.value(key, field).toString();
    }
    void operator()(const QString &key, bool &field) const
    {
        const QString text = m_file.value(key, field).toString();
        if (text == u"true" || text == u"false")
            field = text == u"true";
        else
            complain(key, text);
    }
    template <typename Number>
    void operator()(const QString &key, Number &field, Number least, Number most) const
    {
        bool isNumber = false;
        const QString text = m_file.value(key, field).toString();
        const qint64 number = text.toLongLong(&isNumber);
        if (isNumber && number >= least && number <= most)
            field = Number(number);
        else
            complain(key, text);
    }
    void operator()(const QString &key, Settings::Theme &field) const
    {
        const QString text = m_file.value(key, themeWords().at(int(field))).toString();
        const auto index = themeWords().indexOf(text);
        if (index >= 0)
            field = Settings::Theme(index);
        else
            complain(key, text);
    }

private:
    static void complain(const QString &key, const QString &text)
    {
        log::app().warn("setting {}: '{}' is not accepted; the default is used", key, text);
    }

    const QSettings &m_file;
};

template <typename Value>
void write(QSettings &file, const QString &key, const Value &value, const Value &standard)
{
    if (value == standard)
        file.remove(key);
    else
        file.setValue(key, value);
}

} // namespace

Settings loadSettings(const QString &path)
{
    const QSettings file(path, QSettings::IniFormat);
    const Reader read(file);
    Settings settings;
    read(u"desktop/language"_qs, settings.language);
    read(u"desktop/theme"_qs, settings.theme);
    read(u"desktop/close_keeps_running"_qs, settings.closeKeepsRunning);
    read(u"desktop/close_explained"_qs, settings.closeExplained);
    read(u"executors/python_interpreter"_qs, settings.pythonInterpreter);
    read(u"executors/max_workers"_qs, settings.maxWorkers, 1, mostWorkers);
    read(u"logs/output_bound"_qs, settings.outputBound, leastOutput, mostOutput);
    return settings;
}

Result<> saveSettings(const Settings &settings, const QString &path)
{
    const Settings standard;
    QSettings file(path, QSettings::IniFormat);
    write(file, u"desktop/language"_qs, settings.language, standard.language);
    write(file, u"desktop/theme"_qs, themeWords().at(int(settings.theme)),
          themeWords().at(int(standard.theme)));
    write(file, u"desktop/close_keeps_running"_qs, settings.closeKeepsRunning,
          standard.closeKeepsRunning);
    write(file, u"desktop/close_explained"_qs, settings.closeExplained, standard.closeExplained);
    write(file, u"executors/python_interpreter"_qs, settings.pythonInterpreter,
          standard.pythonInterpreter);
    write(file, u"executors/max_workers"_qs, settings.maxWorkers, standard.maxWorkers);
    write(file, u"logs/output_bound"_qs, settings.outputBound, standard.outputBound);
    file.sync();
    if (file.status() == QSettings::NoError)
        return {};
    return Error{ErrorCode::NotAllowed,
                 CoreText::tr("The settings file “%1” cannot be written.").arg(path)};
}

} // namespace carillon
