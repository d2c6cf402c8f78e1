// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/clockremarktext.h"

#include <QCoreApplication>
#include <QDateTime>

namespace carillon {

namespace {

struct ClockChangeWords
{
    Q_DECLARE_TR_FUNCTIONS(ClockChangeWords)
};

QDateTime shown(LocalTime time)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    return QDateTime::fromSecsSinceEpoch(seconds.time_since_epoch().count(), Qt::UTC);
}

QString timeText(LocalTime time)
{
    const QDateTime when = shown(time);
    return when.toString(when.time().second() == 0 ? u"HH:mm"_qs : u"HH:mm:ss"_qs);
}

/// A remark on one time of a day.
QString oneTime(const ClockRemark &remark, const QString &day)
{
    using Kind = ClockRemark::Kind;
    const QString time = timeText(remark.written.first);
    const QString runs = timeText(remark.runs.first);
    const QString zone = remark.zone.id();
    switch (remark.kind) {
    case Kind::Skipped:
        return ClockChangeWords::tr("%1: %2 does not exist in %3 — skipped.").arg(day, time, zone);
    case Kind::Moved:
        return ClockChangeWords::tr("%1: %2 does not exist in %3 — moved to %4.")
            .arg(day, time, zone, runs);
    case Kind::RunsOnce:
        return ClockChangeWords::tr("%1: %2 happens twice in %3 — runs once.").arg(day, time, zone);
    case Kind::RunsTwice:
        return ClockChangeWords::tr("%1: %2 happens twice in %3 — runs twice.")
            .arg(day, time, zone);
    case Kind::OtherClock: break;
    }
    return ClockChangeWords::tr("%1: the clocks change in %2 — from then on it runs at %3.")
        .arg(day, zone, runs);
}

/// A remark on the times from one to another.
QString severalTimes(const ClockRemark &remark, const QString &day)
{
    using Kind = ClockRemark::Kind;
    const QString first = timeText(remark.written.first);
    const QString last = timeText(remark.written.last);
    const QString zone = remark.zone.id();
    switch (remark.kind) {
    case Kind::Skipped:
        return ClockChangeWords::tr("%1: %2 to %3 do not exist in %4 — skipped.")
            .arg(day, first, last, zone);
    case Kind::Moved:
        return ClockChangeWords::tr("%1: %2 to %3 do not exist in %4 — moved to %5 to %6.")
            .arg(day, first, last, zone, timeText(remark.runs.first), timeText(remark.runs.last));
    case Kind::RunsOnce:
        return ClockChangeWords::tr("%1: %2 to %3 happen twice in %4 — each runs once.")
            .arg(day, first, last, zone);
    case Kind::RunsTwice:
    case Kind::OtherClock: break;
    }
    return ClockChangeWords::tr("%1: %2 to %3 happen twice in %4 — each runs twice.")
        .arg(day, first, last, zone);
}

} // namespace

QString dayText(LocalTime day, Instant now, const QLocale &locale)
{
    constexpr std::chrono::days nearlyAYear{360};
    const bool far = day.time_since_epoch() > now.time_since_epoch() + nearlyAYear;
    //: A day as QLocale writes it: weekday, day and month.
    const QString near = ClockChangeWords::tr("ddd d MMM");
    //: The same with the year.
    return locale.toString(shown(day).date(), far ? ClockChangeWords::tr("ddd d MMM yyyy") : near);
}

QString clockRemarkText(const ClockRemark &remark, Instant now, const QLocale &locale)
{
    const QString day = dayText(remark.written.first, now, locale);
    return remark.written.first == remark.written.last ? oneTime(remark, day)
                                                       : severalTimes(remark, day);
}

} // namespace carillon
