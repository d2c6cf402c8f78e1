// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/scheduleargument.h"

#include "app/ctl/invocation.h"
#include "core/triggers/cronsyntax.h"
#include "core/triggers/triggerjson.h"
#include "core/util/coretext.h"
#include "core/util/json.h"

#include <QRegularExpression>

#include <cmath>

namespace carillon::ctl {

namespace {

double unitSeconds(QStringView unit)
{
    struct Unit
    {
        QStringView pattern;
        double seconds;
    };
    static constexpr Unit units[] = {
        {u"s sec second seconds", 1}, {u"m min minute minutes", 60}, {u"h hour hours", 3600},
        {u"d day days", 86'400},      {u"w week weeks", 7 * 86'400},
    };
    for (const Unit &each : units) {
        if (each.pattern.toString().split(u' ').contains(unit.toString()))
            return each.seconds;
    }
    return 0;
}

QJsonObject lineArgs(const QString &text, CronDialect dialect, const Zone &zone)
{
    return {
        {u"expr"_qs, text}, {u"timezone"_qs, zone.id()}, {u"dialect"_qs, cronDialectName(dialect)}};
}

Result<Trigger> lineTrigger(const QString &text, CronDialect dialect, const Zone &zone, Instant now)
{
    return triggerFromJson(u"expr"_qs, lineArgs(text, dialect, zone), {now, zone});
}

Result<ReadSchedule> fromJson(const QString &text, const Zone &zone, Instant now)
{
    const auto value = parseJson(text.toUtf8());
    if (!value)
        return value.error();
    QJsonObject object = value->toObject();
    QString kind = object.take(object.contains(u"kind") ? u"kind"_qs : u"type"_qs).toString();
    if (object.value(u"trigger").isString())
        kind = object.take(u"trigger"_qs).toString();
    const QJsonObject args =
        object.value(u"args").isObject() ? object.value(u"args").toObject() : object;
    const auto trigger = triggerFromJson(kind, args, {now, zone});
    if (!trigger)
        return trigger.error();
    return ReadSchedule{*trigger, now};
}

Result<ReadSchedule> fromLine(const QString &text, const Zone &zone, Instant now)
{
    const auto readings = recogniseCron(text);
    if (readings.empty()) {
        CronMistake mistake = readCron(CronDialect::Crontab, text).error();
        if (mistake.otherDialect) // has as many fields
            mistake = readCron(*mistake.otherDialect, text).error();
        return Error{ErrorCode::InvalidInput,
                     CoreText::tr("%1. Accepted are a cron line, a length like “every 5 min”, a "
                                  "date like “2030-01-01 10:00” and a trigger in JSON.")
                         .arg(mistake.message()),
                     u"expr"_qs};
    }
    const CronDialect dialect = readings.front().notation.dialect;
    const auto trigger = lineTrigger(text, dialect, zone, now);
    if (!trigger)
        return trigger.error();
    ReadSchedule read{*trigger, now, cronDialectName(dialect)};
    for (const CronReading &reading : readings) {
        if (!(reading.masks == readings.front().masks))
            read.alsoRead += cronDialectName(reading.notation.dialect);
    }
    return read;
}

} // namespace

std::optional<Duration> readLength(QStringView text)
{
    static const QRegularExpression part(u"\\G\\s*(\\d+(?:\\.\\d+)?)\\s*([a-z]+)"_qs);
    QString rest = text.toString().trimmed().toLower();
    if (rest.startsWith(u"every "))
        rest = rest.mid(6);
    double seconds = 0;
    qsizetype end = 0;
    for (auto match = part.match(rest); match.hasMatch(); match = part.match(rest, end)) {
        const double unit = unitSeconds(match.capturedView(2));
        if (unit == 0)
            return {};
        seconds += match.capturedView(1).toDouble() * unit;
        end = match.capturedEnd();
    }
    constexpr double longest = 200.0 * 366 * 86'400;
    if (end == 0 || end != rest.size() || seconds <= 0 || seconds > longest)
        return {};
    return Duration(std::llround(seconds * 1e6));
}

Result<ReadSchedule> readSchedule(const QString &text, const QString &dialect, const Zone &zone,
                                  Instant now)
{
    if (!dialect.isEmpty()) {
        const auto trigger = lineTrigger(text, *cronDialectNamed(dialect), zone, now);
        if (!trigger)
            return trigger.error();
        return ReadSchedule{*trigger, now, dialect};
    }
    if (text.trimmed().startsWith(u'{'))
        return fromJson(text, zone, now);
    if (const auto length = readLength(text)) {
        const auto trigger = IntervalTrigger::create(now + *length, *length, {}, zone);
        if (!trigger)
            return trigger.error();
        return ReadSchedule{trigger->withOpenStart(), now};
    }
    if (const auto written = parseWrittenTime(text.trimmed())) {
        const auto when = parseInstant(text.trimmed(), zone);
        if (!when)
            return when.error();
        return ReadSchedule{DateTrigger(*when, zone), now};
    }
    return fromLine(text, zone, now);
}

Result<ReadSchedule> readSchedule(const Invocation &invocation, Instant now)
{
    Zone zone = Zone::system();
    if (invocation.has(u"zone"_qs)) {
        const auto named = Zone::named(invocation.value(u"zone"_qs));
        if (!named)
            return Error{ErrorCode::InvalidInput,
                         CoreText::tr("--zone: %1").arg(named.error().message)};
        zone = *named;
    }
    if (invocation.has(u"from"_qs)) {
        const auto from = parseInstant(invocation.value(u"from"_qs), zone);
        if (!from)
            return Error{ErrorCode::InvalidInput,
                         CoreText::tr("--from: %1").arg(from.error().message)};
        now = *from;
    }
    return readSchedule(invocation.argument(0), invocation.value(u"dialect"_qs), zone, now);
}

} // namespace carillon::ctl
