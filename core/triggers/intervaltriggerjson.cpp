// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/intervallength.h"
#include "core/triggers/triggerargs.h"
#include "core/triggers/triggerkinds.h"
#include "core/util/coretext.h"

namespace carillon {

namespace {

Result<Trigger> readInterval(const QJsonObject &args, const TriggerContext &context)
{
    const auto length = readIntervalLength(args);
    if (!length)
        return length.error();
    const auto zone = readZoneArgument(args, context);
    if (!zone)
        return zone.error();
    auto start = readInstantArgument(args, u"start_date"_qs, *zone);
    if (!start)
        return start.error();
    const auto end = readInstantArgument(args, u"end_date"_qs, *zone);
    if (!end)
        return end.error();
    const QJsonValue open = args.value(u"start_open");
    if (!open.isUndefined() && !open.isNull() && !open.isBool()) {
        return refusedArgument(u"start_open"_qs, CoreText::tr("must be true or false"));
    }
    const bool hasOpenStart = !*start || open.toBool();
    if (!*start) {
        if (*length > latestInstant - context.now) {
            return refusedArgument(u"start_date"_qs,
                                   CoreText::tr("left out, so the first time would come after the "
                                                "year 9999; a date is accepted"));
        }
        *start = context.now + *length;
    }
    const auto trigger = IntervalTrigger::create(**start, *length, *end, *zone);
    if (!trigger)
        return trigger.error();
    return Trigger(hasOpenStart ? trigger->withOpenStart() : *trigger);
}

} // namespace

TriggerKind intervalKind()
{
    return {u"interval"_qs,
            intervalUnits() + QStringList{u"start_date"_qs, u"start_open"_qs, u"end_date"_qs,
                                          u"timezone"_qs, u"jitter"_qs},
            readInterval};
}

QJsonObject writeArgs(const IntervalTrigger &trigger)
{
    QJsonObject args = writeIntervalLength(trigger.step());
    args.insert(u"start_date"_qs, writtenInstant(trigger.start(), trigger.zone()));
    if (trigger.hasOpenStart())
        args.insert(u"start_open"_qs, true);
    if (trigger.end())
        args.insert(u"end_date"_qs, writtenInstant(*trigger.end(), trigger.zone()));
    args.insert(u"timezone"_qs, trigger.zone().id());
    return args;
}

} // namespace carillon
