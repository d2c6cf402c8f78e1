// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/triggerargs.h"
#include "core/triggers/triggerkinds.h"

namespace carillon {

namespace {

Result<Trigger> readDate(const QJsonObject &args, const TriggerContext &context)
{
    const QString name = u"run_date"_qs;
    const auto zone = readZoneArgument(args, context);
    if (!zone)
        return zone.error();
    const auto text = readTextArgument(args, name);
    if (!text)
        return text.error();
    if (!*text)
        return Trigger(DateTrigger(context.now, *zone));
    const auto instant = parseInstant(**text, *zone);
    if (!instant)
        return refusedArgument(name, instant.error().message);
    const auto offset = parseWrittenTime(**text)->offset;
    // An offset that the named zone really has then is no reason to forget the zone.
    const bool named = args.value(u"timezone").isString();
    const bool keepsZone = !offset || (named && *offset == zone->offsetAt(*instant));
    return Trigger(DateTrigger(*instant, keepsZone ? *zone : Zone::fixed(*offset)));
}

} // namespace

TriggerKind dateKind()
{
    return {u"date"_qs, {u"run_date"_qs, u"timezone"_qs}, readDate};
}

QJsonObject writeArgs(const DateTrigger &trigger)
{
    const Zone &zone = trigger.zone();
    return {{u"run_date"_qs, writtenInstant(trigger.when(), zone)}, {u"timezone"_qs, zone.id()}};
}

} // namespace carillon
