// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/calendarlimits.h"
#include "core/triggers/triggerargs.h"
#include "core/triggers/triggerkinds.h"

namespace carillon {

namespace {

/// A whole number of an object, and where it goes.
struct NumberArgument
{
    const char16_t *name;
    int most;
    int *target;
};

template <std::size_t N>
Result<> readNumbers(const QJsonObject &args, const std::array<NumberArgument, N> &numbers)
{
    for (const NumberArgument &number : numbers) {
        const auto read = readWholeArgument(args, QString::fromUtf16(number.name), 0, number.most);
        if (!read)
            return read.error();
        *number.target = read->value_or(0);
    }
    return {};
}

/// Longer steps than the calendar are refused: they are mistakes.
Result<CalendarStep> readStep(const QJsonObject &args)
{
    CalendarStep step;
    const auto read = readNumbers<4>(args, {{{u"years", 9999, &step.years},
                                             {u"months", 119'988, &step.months},
                                             {u"weeks", 521'722, &step.weeks},
                                             {u"days", 3'652'058, &step.days}}});
    return read ? Result<CalendarStep>(step) : read.error();
}

Result<int> readSecondOfDay(const QJsonObject &args)
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    const auto read = readNumbers<3>(
        args, {{{u"hour", 23, &hour}, {u"minute", 59, &minute}, {u"second", 59, &second}}});
    return read ? Result<int>(hour * 3600 + minute * 60 + second) : read.error();
}

} // namespace

TriggerKind calendarIntervalKind()
{
    const auto read = [](const QJsonObject &args,
                         const TriggerContext &context) -> Result<Trigger> {
        const auto step = readStep(args);
        if (!step)
            return step.error();
        const auto secondOfDay = readSecondOfDay(args);
        if (!secondOfDay)
            return secondOfDay.error();
        const auto zone = readZoneArgument(args, context);
        if (!zone)
            return zone.error();
        const auto start = readDayArgument(args, u"start_date"_qs);
        if (!start)
            return start.error();
        const auto end = readDayArgument(args, u"end_date"_qs);
        if (!end)
            return end.error();
        const auto dst = readDstArguments(args);
        if (!dst)
            return dst.error();
        const CivilDate today = dateAt(context.now, *zone);
        const auto trigger = CalendarIntervalTrigger::create({start->value_or(today), *step, *end},
                                                             *secondOfDay, *zone, *dst);
        return trigger ? Result<Trigger>(*trigger) : trigger.error();
    };
    return {u"calendarinterval"_qs,
            {u"years"_qs, u"months"_qs, u"weeks"_qs, u"days"_qs, u"hour"_qs, u"minute"_qs,
             u"second"_qs, u"start_date"_qs, u"end_date"_qs, u"timezone"_qs, u"dst_gap"_qs,
             u"dst_overlap"_qs, u"jitter"_qs},
            read};
}

QJsonObject writeArgs(const CalendarIntervalTrigger &trigger)
{
    QJsonObject args;
    const auto write = [&args](const QString &name, int number) {
        if (number != 0)
            args.insert(name, number);
    };
    const CalendarIntervalTrigger::Dates &dates = trigger.dates();
    write(u"years"_qs, dates.step.years);
    write(u"months"_qs, dates.step.months);
    write(u"weeks"_qs, dates.step.weeks);
    write(u"days"_qs, dates.step.days);
    write(u"hour"_qs, trigger.secondOfDay() / 3600);
    write(u"minute"_qs, trigger.secondOfDay() / 60 % 60);
    write(u"second"_qs, trigger.secondOfDay() % 60);
    args.insert(u"start_date"_qs, writtenDay(dates.start));
    if (dates.end)
        args.insert(u"end_date"_qs, writtenDay(*dates.end));
    writeDstArguments(args, trigger.dst());
    args.insert(u"timezone"_qs, trigger.zone().id());
    return args;
}

} // namespace carillon
