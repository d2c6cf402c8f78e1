// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settingsfile.h"

#include "core/settings/aliassettings.h"
#include "core/settings/settingfields.h"
#include "core/util/coretext.h"
#include "core/util/logging.h"

#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>

namespace carillon {

namespace {

QString jobStoresPrefix()
{
    return u"jobstores/"_qs;
}

/// The alias that the key names a place for, by our name or the older server's; else empty.
QString jobStoreOf(const QString &key)
{
    for (const QString &prefix : {jobStoresPrefix(), u"SCHEDULER_JOBSTORES/"_qs}) {
        if (key.startsWith(prefix))
            return key.mid(prefix.size());
    }
    return {};
}

/// As it stands in the file; what has commas without quotes comes apart there.
std::optional<QString> textIn(const QSettings &file, const SettingField &field)
{
    for (const QString &key : {field.key, field.olderKey}) {
        if (!key.isEmpty() && file.contains(key))
            return file.value(key).toStringList().join(u", ");
    }
    return {};
}

void complain(const QString &key, const QString &text)
{
    log::app().warn("setting {}: '{}' is not accepted; the default is used", key, text);
}

void readJobStores(const QSettings &file, QMap<QString, QString> &jobStores)
{
    const QStringList keys = file.allKeys();
    for (const QString &key : keys) {
        const QString alias = jobStoreOf(key);
        if (alias.isEmpty())
            continue;
        const QString text = file.value(key).toString();
        // These two are always there.
        const bool isFree = alias != u"default" && alias != u"memory";
        if (isFree && (text == u"memory" || text.startsWith(u"sqlite:"_qs)))
            jobStores.insert(alias, text);
        else
            complain(key, text);
    }
}

void writeJobStores(QSettings &file, const QMap<QString, QString> &jobStores)
{
    const QStringList keys = file.allKeys();
    for (const QString &key : keys) {
        if (!jobStoreOf(key).isEmpty() &&
            (!key.startsWith(jobStoresPrefix()) || !jobStores.contains(jobStoreOf(key))))
            file.remove(key);
    }
    for (auto it = jobStores.begin(); it != jobStores.end(); ++it)
        file.setValue(jobStoresPrefix() + it.key(), it.value());
}

} // namespace

Settings loadSettings(const QString &path)
{
    const QSettings file(path, QSettings::IniFormat);
    Settings settings;
    for (const SettingField &field : settingFields()) {
        const auto text = textIn(file, field);
        if (text && !field.read(*text, settings))
            complain(field.key, *text);
    }
    readJobStores(file, settings.jobStores);
    readAliases(file, settings);
    return settings;
}

Result<> saveSettings(const Settings &settings, const QString &path)
{
    const Settings standard;
    QSettings file(path, QSettings::IniFormat);
    for (const SettingField &field : settingFields()) {
        if (!field.olderKey.isEmpty())
            file.remove(field.olderKey);
        if (field.text(settings) == field.text(standard))
            file.remove(field.key);
        else
            file.setValue(field.key, field.text(settings));
    }
    writeJobStores(file, settings.jobStores);
    writeAliases(file, settings);
    file.sync();
    if (file.status() == QSettings::NoError)
        return {};
    return Error{ErrorCode::NotAllowed,
                 CoreText::tr("The settings file “%1” cannot be written.").arg(path)};
}

QMap<QString, QString> settingTexts(const QString &path)
{
    const Settings settings = loadSettings(path);
    QMap<QString, QString> texts;
    const QSettings file(path, QSettings::IniFormat);
    for (const QString &key : file.allKeys())
        texts.insert(key, file.value(key).toString());
    for (const SettingField &field : settingFields())
        texts.insert(field.key, field.text(settings));
    return texts;
}

Result<> setSetting(const QString &path, const QString &key, const QString &text)
{
    Settings settings = loadSettings(path);
    const auto &fields = settingFields();
    const auto field = std::find_if(fields.begin(), fields.end(),
                                    [&key](const SettingField &each) { return each.key == key; });
    if (field != fields.end()) {
        if (!field->read(text, settings))
            return Error{ErrorCode::InvalidInput,
                         CoreText::tr("%1: “%2” is not accepted; accepted is: %3.")
                             .arg(key, text, field->accepted),
                         key};
        return saveSettings(settings, path);
    }
    // Those by names people choose: what a file that has only this one would say.
    QTemporaryDir folder;
    const QString trial = folder.filePath(u"trial.ini"_qs);
    {
        QSettings file(trial, QSettings::IniFormat);
        file.setValue(key, text);
    }
    const Settings read = loadSettings(trial);
    if (read == Settings())
        return Error{
            ErrorCode::InvalidInput,
            CoreText::tr("“%1” is no setting, or “%2” is not accepted there.").arg(key, text), key};
    settings.jobStores.insert(read.jobStores);
    settings.queues.insert(read.queues);
    for (auto it = read.executors.begin(); it != read.executors.end(); ++it) {
        ExecutorAlias &executor = settings.executors[it.key()];
        if (key.endsWith(u"/type"))
            executor.kind = it->kind;
        else
            executor.workers = it->workers;
    }
    return saveSettings(settings, path);
}

Result<> resetSetting(const QString &path, const QString &key)
{
    QSettings file(path, QSettings::IniFormat);
    const auto &fields = settingFields();
    const auto field = std::find_if(fields.begin(), fields.end(),
                                    [&key](const SettingField &each) { return each.key == key; });
    if (field == fields.end() && !file.contains(key))
        return Error{ErrorCode::NotFound, CoreText::tr("“%1” is no setting.").arg(key), key};
    file.remove(key);
    if (field != fields.end() && !field->olderKey.isEmpty())
        file.remove(field->olderKey);
    file.sync();
    if (file.status() == QSettings::NoError)
        return {};
    return Error{ErrorCode::NotAllowed,
                 CoreText::tr("The settings file “%1” cannot be written.").arg(path)};
}

} // namespace carillon
