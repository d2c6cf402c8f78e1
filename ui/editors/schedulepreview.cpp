// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/schedulepreview.h"

#include "core/triggers/jitter.h"
#include "core/triggers/schedulefacts.h"
#include "core/triggers/scheduletext.h"
#include "ui/editors/clockchanges.h"
#include "ui/format/durationtext.h"

#include <QCoreApplication>

#include <cmath>

namespace carillon::ui {

using namespace std::chrono_literals;

namespace {

constexpr size_t shownTimes = 10;

struct PreviewWords
{
    Q_DECLARE_TR_FUNCTIONS(PreviewWords)
};

QString aboutTimes(double inYear)
{
    const auto isOnce = [](double times) { return times >= 0.95 && times < 1.2; };
    const double inDay = inYear / 365;
    const double inWeek = inDay * 7;
    const double inMonth = inYear / 12;
    if (inDay >= 1.5)
        return PreviewWords::tr("about %1 times a day").arg(std::llround(inDay));
    if (isOnce(inDay))
        return PreviewWords::tr("about once a day");
    if (inWeek >= 1.5)
        return PreviewWords::tr("about %1 times a week").arg(std::llround(inWeek));
    if (isOnce(inWeek))
        return PreviewWords::tr("about once a week");
    if (inMonth >= 1.5)
        return PreviewWords::tr("about %1 times a month").arg(std::llround(inMonth));
    if (isOnce(inMonth))
        return PreviewWords::tr("about once a month");
    if (inYear >= 1.5)
        return PreviewWords::tr("about %1 times a year").arg(std::llround(inYear));
    const int years = int(std::lround(1 / inYear));
    return years <= 1 ? PreviewWords::tr("about once a year")
                      : PreviewWords::tr("about once every %n years", nullptr, years);
}

QString rateText(const Trigger &trigger, const ScheduleFacts &facts)
{
    if (facts.firesNoMore() || trigger.as<DateTrigger>())
        return {};
    if (facts.complete)
        return facts.next.size() == 1 ? PreviewWords::tr("once more")
                                      : PreviewWords::tr("%1 more times").arg(facts.next.size());
    return facts.perDay ? aboutTimes(*facts.perDay * 365) : QString();
}

QString removedText(const std::vector<CivilDate> &dates, Instant now, const QLocale &locale)
{
    constexpr size_t mostNamed = 3;
    const auto named = [&](CivilDate date) {
        return dayText(LocalTime(std::chrono::days(daysFromCivil(date))), now, locale);
    };
    const int more = int(dates.size()) - 1;
    if (dates.size() > mostNamed)
        return PreviewWords::tr("Left out by exceptions: %1 and %n more dates in 13 months.",
                                nullptr, more)
            .arg(named(dates.front()));
    QStringList names;
    for (const CivilDate date : dates)
        names.append(named(date));
    const QString separator = PreviewWords::tr(", ", "between dates");
    return PreviewWords::tr("Left out by exceptions: %1.").arg(names.join(separator));
}

QStringList notesOn(const ScheduleFacts &facts, Instant now, const QLocale &locale)
{
    QStringList notes;
    if (facts.firesNoMore())
        notes += PreviewWords::tr("This schedule never fires again.");
    if (facts.everySecond)
        notes += PreviewWords::tr("Fires every second — is that intended?");
    if (facts.leapYear)
        notes += PreviewWords::tr("29 Feb: next in %1.").arg(*facts.leapYear);
    for (const ClockRemark &remark : facts.clockRemarks)
        notes += clockRemarkText(remark, now, locale);
    if (!facts.removedDates.empty())
        notes += removedText(facts.removedDates, now, locale);
    return notes;
}

} // namespace

SchedulePreview previewOf(const std::optional<Trigger> &trigger, const JobId &job, Instant now,
                          const Zone &home, const QLocale &locale)
{
    SchedulePreview preview;
    preview.sentence = scheduleText(trigger, locale, home);
    if (!trigger)
        return preview;
    const ScheduleFacts facts = factsOf(*trigger, now, shownTimes);
    for (const Instant due : facts.next)
        preview.times.push_back(jitteredStart(*trigger, due, jitterSeed(job.text)));
    preview.rate = rateText(*trigger, facts);
    preview.notes = notesOn(facts, now, locale);
    return preview;
}

QString gapText(Duration gap)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(gap);
    const auto days = std::chrono::floor<std::chrono::days>(seconds);
    if (gap < 1s)
        return durationText(gap);
    if (days.count() == 0)
        return lengthText(seconds);
    if (seconds == days)
        return PreviewWords::tr("%1 d").arg(days.count());
    return PreviewWords::tr("%1 d %2").arg(days.count()).arg(lengthText(seconds - days));
}

} // namespace carillon::ui
