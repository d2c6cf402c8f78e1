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

void complain(const QString &key, const QString &text)
{
    log::app().warn("setting {}: '{}' is not accepted; the default is used", key, text);
}

void readJobStores(const QSettings &file, QMap<QString, QString> &jobStores)
{
    const QStringList keys = file.allKeys();
    for (const QString &key : keys) {
        if (!key.startsWith(jobStoresPrefix()))
            continue;
        const QString text = file.value(key).toString();
        const QString alias = key.mid(jobStoresPrefix().size());
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
    Settings settings;
    for (const SettingField &field : settingFields()) {
        const QString text = file.value(field.key, field.text(settings)).toString();
        if (!field.read(text, settings))
            complain(field.key, text);
    }
    readJobStores(file, settings.jobStores);
    readAliases(file, settings);
    readApiSettings(file, settings.api);
    return settings;
}

Result<> saveSettings(const Settings &settings, const QString &path)
{
    const Settings standard;
    QSettings file(path, QSettings::IniFormat);
    for (const SettingField &field : settingFields()) {
        if (field.text(settings) == field.text(standard))
            file.remove(field.key);
        else
            file.setValue(field.key, field.text(settings));
    }
    writeJobStores(file, settings.jobStores);
    writeAliases(file, settings);
    writeApiSettings(file, settings.api);
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
    const bool isKnown = std::any_of(fields.begin(), fields.end(),
                                     [&key](const SettingField &each) { return each.key == key; });
    if (!isKnown && !file.contains(key))
        return Error{ErrorCode::NotFound, CoreText::tr("“%1” is no setting.").arg(key), key};
    file.remove(key);
    file.sync();
    if (file.status() == QSettings::NoError)
        return {};
    return Error{ErrorCode::NotAllowed,
                 CoreText::tr("The settings file “%1” cannot be written.").arg(path)};
}

} // namespace carillon
