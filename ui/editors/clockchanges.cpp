// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/clockchanges.h"

#include <QCoreApplication>
#include <QDateTime>

#include <vector>

namespace carillon::ui {

using namespace std::chrono_literals;

namespace {

constexpr size_t mostChanges = 3;
constexpr int mostTimes = 100; // looked at in the hour of a change

struct ClockChangeWords
{
    Q_DECLARE_TR_FUNCTIONS(ClockChangeWords)
};

struct Change
{
    Instant at;
    std::chrono::seconds before; ///< offsets from UTC
    std::chrono::seconds after;
};

std::vector<Change> changesIn(const Zone &zone, Instant from, Instant until)
{
    std::vector<Change> changes;
    Zone::Span span = zone.spanAt(from);
    while (span.end <= until && changes.size() < mostChanges) {
        const Zone::Span next = zone.spanAt(span.end);
        changes.push_back({span.end, span.offset, next.offset});
        span = next;
    }
    return changes;
}

QDateTime shown(Instant instant, std::chrono::seconds offset)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(instant + offset);
    return QDateTime::fromSecsSinceEpoch(seconds.time_since_epoch().count(), Qt::UTC);
}

/// `Sun 2026-03-29`
QString dayText(const QDateTime &when, const QLocale &locale)
{
    return locale.toString(when.date(), u"ddd yyyy-MM-dd"_qs);
}

QString timeText(const QDateTime &when)
{
    return when.toString(u"HH:mm"_qs);
}

CronTrigger with(const CronTrigger &cron, DstGap gap, DstOverlap overlap)
{
    CronOptions options = cron.options();
    options.gap = gap;
    options.overlap = overlap;
    return {cron.fields(), cron.zone(), options, cron.notation()};
}

/// The clocks go forward: which time of the schedule is shifted, and does it run then?
QString gapNote(const CronTrigger &cron, const Change &change, const QLocale &locale)
{
    const CronTrigger shifting = with(cron, DstGap::Shift, cron.options().overlap);
    const CronTrigger skipping = with(cron, DstGap::Skip, cron.options().overlap);
    const Instant end = change.at + (change.after - change.before);
    auto time = shifting.first(change.at);
    for (int i = 0; i < mostTimes && time && *time < end; ++i) {
        if (skipping.first(*time) != time) {
            const QDateTime written = shown(*time, change.before);
            const QString day = dayText(written, locale);
            if (cron.options().gap == DstGap::Skip)
                return ClockChangeWords::tr("%1: %2 does not exist in %3 — skipped.")
                    .arg(day, timeText(written), cron.zone().id());
            return ClockChangeWords::tr("%1: %2 does not exist in %3 — moved to %4.")
                .arg(day, timeText(written), cron.zone().id(),
                     timeText(shown(*time, change.after)));
        }
        time = shifting.first(*time + 1us);
    }
    return {};
}

/// The clocks go back: which time of the schedule comes twice, and does it run twice?
QString overlapNote(const CronTrigger &cron, const Change &change, const QLocale &locale)
{
    const CronTrigger twice = with(cron, cron.options().gap, DstOverlap::Both);
    const auto second = twice.first(change.at);
    if (!second || *second >= change.at + (change.before - change.after))
        return {};
    const QDateTime when = shown(*second, change.after);
    const QString day = dayText(when, locale);
    if (cron.first(*second) == second)
        return ClockChangeWords::tr("%1: %2 happens twice in %3 — runs twice.")
            .arg(day, timeText(when), cron.zone().id());
    return ClockChangeWords::tr("%1: %2 happens twice in %3 — runs once.")
        .arg(day, timeText(when), cron.zone().id());
}

QString intervalNote(const IntervalTrigger &interval, const Change &change, const QLocale &locale)
{
    const auto next = interval.first(change.at);
    if (!next || interval.step() % std::chrono::days(1) != Duration(0))
        return {};
    return ClockChangeWords::tr("%1: the clocks change in %2 — from then on it runs at %3.")
        .arg(dayText(shown(change.at, change.after), locale), interval.zone().id(),
             timeText(shown(*next, change.after)));
}

QString noteOn(const Trigger &trigger, const Change &change, const QLocale &locale)
{
    if (const auto *interval = trigger.as<IntervalTrigger>())
        return intervalNote(*interval, change, locale);
    const auto *cron = trigger.as<CronTrigger>();
    // What runs in every hour is not surprised by one that is missing or comes twice.
    if (!cron || cron->fields().masks().hours == everyHour)
        return {};
    return change.after > change.before ? gapNote(*cron, change, locale)
                                        : overlapNote(*cron, change, locale);
}

} // namespace

QStringList clockChangeNotes(const Trigger &trigger, Instant from, Instant until,
                             const QLocale &locale)
{
    QStringList notes;
    for (const Change &change : changesIn(trigger.zoneAt(from), from, until)) {
        const QString note = noteOn(trigger, change, locale);
        if (!note.isEmpty())
            notes.append(note);
    }
    return notes;
}

} // namespace carillon::ui
