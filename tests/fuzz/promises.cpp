// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/promises.h"

#include "core/triggers/scheduletext.h"
#include "core/triggers/triggerjson.h"
#include "core/util/json.h"

#include <array>

namespace carillon::fuzz {

namespace {

// In order: the first moment, before standard time, a day that Apia left out, clock changes, the
// leap year that is none, the last rules of the zone files and the last second.
const std::array<const char *, 12> &moments()
{
    static constexpr std::array<const char *, 12> all{
        "0001-01-01T00:00Z",       "1883-11-18T16:59:59.5Z", "1969-12-31T23:59:59.999999Z",
        "2011-12-30T09:00Z",       "2024-02-29T12:00:00.3Z", "2024-03-10T06:59:59Z",
        "2024-04-06T15:00:00Z",    "2024-11-03T05:30:00Z",   "2050-03-31T00:59:00Z",
        "2100-02-28T23:59:59.25Z", "9998-12-31T23:59:59Z",   "9999-12-31T23:59:59.999999Z",
    };
    return all;
}

QString said(const Trigger &trigger, const QLocale &locale)
{
    const QString text = scheduleText(trigger, locale, Zone());
    if (text.isEmpty() || text.size() >= 90 || text.contains(u'\n') || !text.isValidUtf16())
        return u"not words for a table: "_qs + text;
    return {};
}

QString words(const Trigger &trigger)
{
    static const QLocale english(QLocale::English);
    static const QLocale chinese(QLocale::Chinese, QLocale::SimplifiedChineseScript,
                                 QLocale::China);
    const QString broken = said(trigger, english);
    return broken.isEmpty() ? said(trigger, chinese) : broken;
}

QString json(const Trigger &trigger)
{
    const QByteArray written = toJsonText(triggerArgs(trigger));
    const auto args = parseJson(written);
    if (!args)
        return u"not JSON: "_qs + QString::fromUtf8(written);
    // Whatever is left out would be read as something else.
    const TriggerContext elsewhere{Instant(Duration(12'345)), Zone::fixed(std::chrono::hours(-3))};
    return notReadBack(triggerFromJson(triggerKind(trigger), args->toObject(), elsewhere), trigger,
                       QString::fromUtf8(written));
}

QString members(const Trigger &trigger)
{
    std::optional<Instant> earlier;
    for (const char *moment : moments()) {
        const Instant from = *parseInstant(QString::fromLatin1(moment), Zone());
        const auto member = trigger.first(from);
        const QString about = u"first(%1)"_qs.arg(toIso(from));
        if (!member)
            break; // nothing comes later either, or the search was given up
        const QString answer = about + u" = "_qs + toIso(*member);
        if (*member < from || *member > latestInstant)
            return answer + u" is out of place"_qs;
        if (earlier && *earlier > from && *earlier != *member)
            return answer + u", although from an earlier moment on it is "_qs + toIso(*earlier);
        if (trigger.first(*member) != *member)
            return answer + u" is no member when asked for again"_qs;
        if (const auto next = trigger.first(*member + Duration(1)); next && *next <= *member)
            return answer + u" is followed by "_qs + toIso(*next);
        earlier = member;
    }
    return {};
}

} // namespace

QString brokenBy(const Error &refusal)
{
    const QString &text = refusal.message;
    const bool line = !text.trimmed().isEmpty() && !text.contains(u'\n') && !text.contains(u'\r');
    return line && refusal.code == ErrorCode::InvalidInput ? QString()
                                                           : u"not a refusal: "_qs + text;
}

QString brokenBy(const Trigger &trigger)
{
    for (const auto promise : {members, words, json}) {
        if (const QString broken = promise(trigger); !broken.isEmpty())
            return broken;
    }
    return {};
}

} // namespace carillon::fuzz
