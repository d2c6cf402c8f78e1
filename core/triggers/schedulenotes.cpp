// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/schedulenotes.h"

#include "core/triggers/clockremarktext.h"

#include <QCoreApplication>

#include <cmath>

namespace carillon {

namespace {

struct ScheduleNoteWords
{
    Q_DECLARE_TR_FUNCTIONS(ScheduleNoteWords)
};

QString aboutTimes(double inYear)
{
    const auto isOnce = [](double times) { return times >= 0.95 && times < 1.2; };
    const double inDay = inYear / 365;
    const double inWeek = inDay * 7;
    const double inMonth = inYear / 12;
    if (inDay >= 1.5)
        return ScheduleNoteWords::tr("about %1 times a day").arg(std::llround(inDay));
    if (isOnce(inDay))
        return ScheduleNoteWords::tr("about once a day");
    if (inWeek >= 1.5)
        return ScheduleNoteWords::tr("about %1 times a week").arg(std::llround(inWeek));
    if (isOnce(inWeek))
        return ScheduleNoteWords::tr("about once a week");
    if (inMonth >= 1.5)
        return ScheduleNoteWords::tr("about %1 times a month").arg(std::llround(inMonth));
    if (isOnce(inMonth))
        return ScheduleNoteWords::tr("about once a month");
    if (inYear >= 1.5)
        return ScheduleNoteWords::tr("about %1 times a year").arg(std::llround(inYear));
    const int years = int(std::lround(1 / inYear));
    return years <= 1 ? ScheduleNoteWords::tr("about once a year")
                      : ScheduleNoteWords::tr("about once every %n years", nullptr, years);
}

QString removedText(const std::vector<CivilDate> &dates, Instant now, const QLocale &locale)
{
    constexpr size_t mostNamed = 3;
    const auto named = [&](CivilDate date) {
        return dayText(LocalTime(std::chrono::days(daysFromCivil(date))), now, locale);
    };
    const int more = int(dates.size()) - 1;
    if (dates.size() > mostNamed)
        return ScheduleNoteWords::tr("Left out by exceptions: %1 and %n more dates in 13 months.",
                                     nullptr, more)
            .arg(named(dates.front()));
    QStringList names;
    for (const CivilDate date : dates)
        names.append(named(date));
    const QString separator = ScheduleNoteWords::tr(", ", "between dates");
    return ScheduleNoteWords::tr("Left out by exceptions: %1.").arg(names.join(separator));
}

} // namespace

QString firingRateText(const Trigger &trigger, const ScheduleFacts &facts)
{
    if (facts.firesNoMore() || trigger.as<DateTrigger>())
        return {};
    if (facts.complete)
        return facts.next.size() == 1
                   ? ScheduleNoteWords::tr("once more")
                   : ScheduleNoteWords::tr("%1 more times").arg(facts.next.size());
    return facts.perDay ? aboutTimes(*facts.perDay * 365) : QString();
}

QStringList scheduleNotes(const ScheduleFacts &facts, Instant now, const QLocale &locale)
{
    QStringList notes;
    if (facts.firesNoMore())
        notes += ScheduleNoteWords::tr("This schedule never fires again.");
    if (facts.everySecond)
        notes += ScheduleNoteWords::tr("Fires every second — is that intended?");
    if (facts.leapYear)
        notes += ScheduleNoteWords::tr("29 Feb: next in %1.").arg(*facts.leapYear);
    for (const ClockRemark &remark : facts.clockRemarks)
        notes += clockRemarkText(remark, now, locale);
    if (!facts.removedDates.empty())
        notes += removedText(facts.removedDates, now, locale);
    return notes;
}

} // namespace carillon
