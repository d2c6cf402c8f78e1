// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/schedulepreview.h"

#include "core/triggers/scheduletext.h"
#include "ui/editors/clockchanges.h"
#include "ui/format/durationtext.h"

#include <QCoreApplication>

#include <bit>
#include <cmath>

namespace carillon::ui {

using namespace std::chrono_literals;

namespace {

constexpr size_t shownTimes = 10;
constexpr std::chrono::days year{365};

struct PreviewWords
{
    Q_DECLARE_TR_FUNCTIONS(PreviewWords)
};

std::vector<Instant> nextTimes(const Trigger &trigger, Instant now)
{
    std::vector<Instant> times;
    auto time = trigger.first(now);
    while (time && times.size() < shownTimes) {
        times.push_back(*time);
        time = trigger.first(*time + 1us);
    }
    return times;
}

/// Counts days, not times: a year of days is 366 questions to the trigger at most.
double timesInYear(const CronTrigger &cron, Instant now)
{
    const CronMasks &fields = cron.fields().masks();
    const int inDay =
        std::popcount(fields.hours) * std::popcount(fields.minutes) * std::popcount(fields.seconds);
    int days = 0;
    auto time = cron.first(now);
    while (time && *time < now + year) {
        ++days;
        const auto day = std::chrono::floor<std::chrono::days>(cron.zone().toLocal(*time));
        time = cron.first(std::max(cron.zone().fromLocal(day + 24h), *time + 1us));
    }
    return double(days) * inDay;
}

double timesInYear(const Trigger &trigger, Instant now)
{
    if (const auto *interval = trigger.as<IntervalTrigger>())
        return double(Duration(year).count()) / double(interval->step().count());
    const auto *cron = trigger.as<CronTrigger>();
    return cron ? timesInYear(*cron, now) : 0;
}

QString aboutTimes(double inYear)
{
    constexpr double nearlyOnce = 0.95;
    const double inDay = inYear / 365;
    const double inWeek = inDay * 7;
    const double inMonth = inYear / 12;
    if (inDay >= 1.5)
        return PreviewWords::tr("about %1 times a day").arg(std::llround(inDay));
    if (inDay >= nearlyOnce)
        return PreviewWords::tr("about once a day");
    if (inWeek >= 1.5)
        return PreviewWords::tr("about %1 times a week").arg(std::llround(inWeek));
    if (inWeek >= nearlyOnce)
        return PreviewWords::tr("about once a week");
    if (inMonth >= 1.5)
        return PreviewWords::tr("about %1 times a month").arg(std::llround(inMonth));
    if (inMonth >= nearlyOnce)
        return PreviewWords::tr("about once a month");
    if (inYear >= 1.5)
        return PreviewWords::tr("about %1 times a year").arg(std::llround(inYear));
    return inYear >= nearlyOnce ? PreviewWords::tr("about once a year") : QString();
}

QString rateText(const Trigger &trigger, const std::vector<Instant> &times, Instant now)
{
    if (times.empty() || trigger.as<DateTrigger>())
        return {};
    if (times.size() < shownTimes)
        return times.size() == 1 ? PreviewWords::tr("once more")
                                 : PreviewWords::tr("%1 more times").arg(times.size());
    return aboutTimes(timesInYear(trigger, now));
}

/// All ten shown times follow each other within a second.
bool firesEverySecond(const std::vector<Instant> &times)
{
    return times.size() == shownTimes && times.back() - times.front() <= 1s * (shownTimes - 1);
}

QStringList notesOn(const Trigger &trigger, const std::vector<Instant> &times, Instant now,
                    const QLocale &locale)
{
    if (times.empty())
        return {PreviewWords::tr("This schedule never fires again.")};
    QStringList notes;
    if (firesEverySecond(times))
        notes += PreviewWords::tr("Fires every second — is that intended?");
    notes += clockChangeNotes(trigger, now, times.back(), locale);
    return notes;
}

} // namespace

SchedulePreview previewOf(const std::optional<Trigger> &trigger, Instant now, const Zone &home,
                          const QLocale &locale)
{
    SchedulePreview preview;
    preview.sentence = scheduleText(trigger, locale, home);
    if (!trigger)
        return preview;
    preview.times = nextTimes(*trigger, now);
    preview.rate = rateText(*trigger, preview.times, now);
    preview.notes = notesOn(*trigger, preview.times, now, locale);
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
