// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settingfields.h"

#include "core/settings/apifields.h"
#include "core/util/coretext.h"

#include <QStringList>

namespace carillon {

namespace {

constexpr int mostWorkers = 1000;
constexpr qint64 leastOutput = 64 * 1024;
constexpr qint64 mostOutput = qint64(1) << 40;
constexpr int mostRunsPerJob = 1'000'000;
constexpr int mostDays = 36'500;

SettingField textField(const QString &key, QString Settings::*field)
{
    return {key, CoreText::tr("text"),
            [field](const Settings &settings) { return settings.*field; },
            [field](const QString &text, Settings &settings) {
                settings.*field = text;
                return true;
            }};
}

SettingField flagField(const QString &key, bool Settings::*field)
{
    return {
        key, u"true, false"_qs,
        [field](const Settings &settings) { return settings.*field ? u"true"_qs : u"false"_qs; },
        [field](const QString &text, Settings &settings) {
            if (text != u"true" && text != u"false")
                return false;
            settings.*field = text == u"true";
            return true;
        }};
}

template <typename Number>
SettingField numberField(const QString &key, Number Settings::*field, Number least, Number most)
{
    return {key, CoreText::tr("a number from %1 to %2").arg(least).arg(most),
            [field](const Settings &settings) { return QString::number(settings.*field); },
            [field, least, most](const QString &text, Settings &settings) {
                bool isNumber = false;
                const qint64 number = text.toLongLong(&isNumber);
                if (!isNumber || number < least || number > most)
                    return false;
                settings.*field = Number(number);
                return true;
            }};
}

/// `words` are in the order of the enumeration.
template <typename Enum>
SettingField wordField(const QString &key, Enum Settings::*field, const QStringList &words)
{
    return {key, words.join(u", "),
            [field, words](const Settings &settings) { return words.at(int(settings.*field)); },
            [field, words](const QString &text, Settings &settings) {
                const auto index = words.indexOf(text);
                if (index >= 0)
                    settings.*field = Enum(index);
                return index >= 0;
            }};
}

std::vector<SettingField> allFields()
{
    std::vector<SettingField> fields{
        textField(u"desktop/language"_qs, &Settings::language),
        wordField(u"desktop/theme"_qs, &Settings::theme, {u"system"_qs, u"light"_qs, u"dark"_qs}),
        flagField(u"desktop/close_keeps_running"_qs, &Settings::closeKeepsRunning),
        flagField(u"desktop/close_explained"_qs, &Settings::closeExplained),
        flagField(u"jobs/keep_finished"_qs, &Settings::keepFinished),
        withOlderKey(textField(u"SCHEDULER_JOBS"_qs, &Settings::jobs), u"JOBS"_qs),
        textField(u"executors/python_interpreter"_qs, &Settings::pythonInterpreter),
        numberField(u"executors/max_workers"_qs, &Settings::maxWorkers, 1, mostWorkers),
        numberField(u"logs/output_bound"_qs, &Settings::outputBound, leastOutput, mostOutput),
        textField(u"redis/url"_qs, &Settings::redisUrl),
        textField(u"redis/name"_qs, &Settings::redisName),
        wordField(u"redis/mode"_qs, &Settings::redisMode, {u"channel"_qs, u"list"_qs}),
        textField(u"redis/password_file"_qs, &Settings::redisPasswordFile),
        numberField(u"retention/runs_per_job"_qs, &Settings::runsPerJob, 0, mostRunsPerJob),
        numberField(u"retention/days"_qs, &Settings::retentionDays, 0, mostDays),
        numberField(u"retention/output_bytes"_qs, &Settings::retainedOutput, qint64(0), mostOutput),
    };
    for (SettingField &field : apiFields())
        fields.push_back(std::move(field));
    return fields;
}

} // namespace

const std::vector<SettingField> &settingFields()
{
    static const std::vector<SettingField> fields = allFields();
    return fields;
}

} // namespace carillon
