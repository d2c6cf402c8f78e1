// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settingsfile.h"

#include "core/settings/aliassettings.h"
#include "core/util/coretext.h"
#include "core/util/logging.h"

#include <QSettings>

namespace carillon {

namespace {

constexpr int mostWorkers = 1000;
constexpr qint64 leastOutput = 64 * 1024;
constexpr qint64 mostOutput = qint64(1) << 40;
constexpr int mostRunsPerJob = 1'000'000;
constexpr int mostDays = 36'500;

const QStringList &themeWords()
{
    static const QStringList words{u"system"_qs, u"light"_qs, u"dark"_qs}; // in the order of Theme
    return words;
}

QString jobStoresPrefix()
{
    return u"jobstores/"_qs;
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
    void operator()(QMap<QString, QString> &jobStores) const
    {
        const QStringList keys = m_file.allKeys();
        for (const QString &key : keys) {
            if (!key.startsWith(jobStoresPrefix()))
                continue;
            const QString text = m_file.value(key).toString();
            const QString alias = key.mid(jobStoresPrefix().size());
            // These two are always there.
            const bool isFree = alias != u"default" && alias != u"memory";
            if (isFree && (text == u"memory" || text.startsWith(u"sqlite:"_qs)))
                jobStores.insert(alias, text);
            else
                complain(key, text);
        }
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

void writeJobStores(QSettings &file, const QMap<QString, QString> &jobStores)
{
    const QStringList keys = file.allKeys();
    for (const QString &key : keys) {
        if (key.startsWith(jobStoresPrefix()) &&
            !jobStores.contains(key.mid(jobStoresPrefix().size())))
            file.remove(key);
    }
    for (auto it = jobStores.begin(); it != jobStores.end(); ++it)
        file.setValue(jobStoresPrefix() + it.key(), it.value());
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
    read(u"jobs/keep_finished"_qs, settings.keepFinished);
    read(u"executors/python_interpreter"_qs, settings.pythonInterpreter);
    read(u"executors/max_workers"_qs, settings.maxWorkers, 1, mostWorkers);
    read(u"logs/output_bound"_qs, settings.outputBound, leastOutput, mostOutput);
    read(u"retention/runs_per_job"_qs, settings.runsPerJob, 0, mostRunsPerJob);
    read(u"retention/days"_qs, settings.retentionDays, 0, mostDays);
    read(u"retention/output_bytes"_qs, settings.retainedOutput, qint64(0), mostOutput);
    read(settings.jobStores);
    readAliases(file, settings);
    readApiSettings(file, settings.api);
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
    write(file, u"jobs/keep_finished"_qs, settings.keepFinished, standard.keepFinished);
    write(file, u"executors/python_interpreter"_qs, settings.pythonInterpreter,
          standard.pythonInterpreter);
    write(file, u"executors/max_workers"_qs, settings.maxWorkers, standard.maxWorkers);
    write(file, u"logs/output_bound"_qs, settings.outputBound, standard.outputBound);
    write(file, u"retention/runs_per_job"_qs, settings.runsPerJob, standard.runsPerJob);
    write(file, u"retention/days"_qs, settings.retentionDays, standard.retentionDays);
    write(file, u"retention/output_bytes"_qs, settings.retainedOutput, standard.retainedOutput);
    writeJobStores(file, settings.jobStores);
    writeAliases(file, settings);
    writeApiSettings(file, settings.api);
    file.sync();
    if (file.status() == QSettings::NoError)
        return {};
    return Error{ErrorCode::NotAllowed,
                 CoreText::tr("The settings file “%1” cannot be written.").arg(path)};
}

} // namespace carillon
