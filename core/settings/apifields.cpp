// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/apifields.h"

#include "core/util/coretext.h"

namespace carillon {

namespace {

SettingField apiText(const QString &key, QString ApiSettings::*field)
{
    return {key, CoreText::tr("text"),
            [field](const Settings &settings) { return settings.api.*field; },
            [field](const QString &text, Settings &settings) {
                settings.api.*field = text.trimmed();
                return true;
            }};
}

SettingField apiTexts(const QString &key, QStringList ApiSettings::*field)
{
    return {key, CoreText::tr("texts with commas between them"),
            [field](const Settings &settings) { return (settings.api.*field).join(u", "); },
            [field](const QString &text, Settings &settings) {
                QStringList items;
                for (const QString &item : text.split(u',')) {
                    if (!item.trimmed().isEmpty())
                        items.append(item.trimmed());
                }
                settings.api.*field = items;
                return true;
            }};
}

using Reads = std::function<bool(const Settings &)>;
using Takes = std::function<void(bool, Settings &)>;

/// `yes` and `no` are its words, in whichever letters.
SettingField flag(const QString &key, const QString &yes, const QString &no, const Reads &reads,
                  const Takes &takes)
{
    return {key, yes + u", "_qs + no,
            [=](const Settings &settings) { return reads(settings) ? yes : no; },
            [=](const QString &text, Settings &settings) {
                const QString word = text.toLower();
                if (word != yes && word != no)
                    return false;
                takes(word == yes, settings);
                return true;
            }};
}

SettingField apiFlag(const QString &key, bool ApiSettings::*field, const QString &yes = u"true"_qs,
                     const QString &no = u"false"_qs)
{
    return flag(
        key, yes, no, [field](const Settings &settings) { return settings.api.*field; },
        [field](bool is, Settings &settings) { settings.api.*field = is; });
}

SettingField coalesceField()
{
    return flag(
        u"SCHEDULER_JOB_DEFAULTS/coalesce"_qs, u"true"_qs, u"false"_qs,
        [](const Settings &settings) {
            return settings.api.jobDefaults.missed != MissedRule::RunAll;
        },
        [](bool is, Settings &settings) {
            settings.api.jobDefaults.missed = is ? MissedRule::RunOnce : MissedRule::RunAll;
        });
}

/// Nothing if it is no number above 0.
std::optional<int> positive(const QString &text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number > 0 ? std::optional(number) : std::nullopt;
}

SettingField instancesField()
{
    return {u"SCHEDULER_JOB_DEFAULTS/max_instances"_qs, CoreText::tr("a number above 0"),
            [](const Settings &settings) {
                return QString::number(settings.api.jobDefaults.maxInstances);
            },
            [](const QString &text, Settings &settings) {
                const auto number = positive(text);
                settings.api.jobDefaults.maxInstances =
                    number.value_or(settings.api.jobDefaults.maxInstances);
                return number.has_value();
            }};
}

SettingField graceField()
{
    return {u"SCHEDULER_JOB_DEFAULTS/misfire_grace_time"_qs,
            CoreText::tr("a number of seconds above 0, none"),
            [](const Settings &settings) {
                const auto &grace = settings.api.jobDefaults.grace;
                return grace ? QString::number(grace->count()) : u"none"_qs;
            },
            [](const QString &text, Settings &settings) {
                const auto number = positive(text);
                const bool isEndless = text.toLower() == u"none";
                if (number)
                    settings.api.jobDefaults.grace = std::chrono::seconds(*number);
                else if (isEndless)
                    settings.api.jobDefaults.grace.reset();
                return number || isEndless;
            }};
}

} // namespace

std::vector<SettingField> apiFields()
{
    return {
        withOlderKey(apiFlag(u"SCHEDULER_API_ENABLED"_qs, &ApiSettings::isEnabled),
                     u"SCHEDULER_VIEWS_ENABLED"_qs),
        apiText(u"SCHEDULER_API_PREFIX"_qs, &ApiSettings::prefix),
        apiText(u"SCHEDULER_ENDPOINT_PREFIX"_qs, &ApiSettings::endpointPrefix),
        apiTexts(u"SCHEDULER_ALLOWED_HOSTS"_qs, &ApiSettings::allowedHosts),
        apiText(u"SCHEDULER_TIMEZONE"_qs, &ApiSettings::timezone),
        coalesceField(),
        instancesField(),
        graceField(),
        apiText(u"api/listen"_qs, &ApiSettings::listen),
        apiFlag(u"api/auth"_qs, &ApiSettings::asksForLogin, u"on"_qs, u"off"_qs),
        apiText(u"api/user"_qs, &ApiSettings::user),
        apiText(u"api/password_hash"_qs, &ApiSettings::passwordHash),
        apiTexts(u"api/names"_qs, &ApiSettings::names),
        apiTexts(u"api/proxies"_qs, &ApiSettings::proxies),
        apiTexts(u"api/functions"_qs, &ApiSettings::functions),
        apiText(u"api/certificate"_qs, &ApiSettings::certificate),
        apiText(u"api/key"_qs, &ApiSettings::key),
        apiFlag(u"api/allow_plain_http"_qs, &ApiSettings::allowsPlainHttp),
    };
}

} // namespace carillon
