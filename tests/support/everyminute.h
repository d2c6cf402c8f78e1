// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/zone.h"
#include "core/triggers/cronmasks.h"
#include "core/triggers/dstpolicy.h"

#include <QDate>

#include <algorithm>
#include <map>
#include <vector>

/// What schedules on a wall clock mean, in the simplest possible way: nothing is searched for,
/// every day and every minute is tried. Slow, and shares no idea with the searches it judges.
namespace carillon {

inline bool isSet(std::uint64_t mask, int bit)
{
    return (mask >> bit & 1) != 0;
}

/// Whether `date` is the Monday–Friday nearest to that day of its month, which must exist.
inline bool isNearestWeekday(QDate date, int day)
{
    if (day < 1 || day > date.daysInMonth() || date.dayOfWeek() > 5)
        return false;
    for (int other = 1; other <= date.daysInMonth(); ++other) {
        const bool nearer = std::abs(other - day) < std::abs(date.day() - day);
        if (nearer && QDate(date.year(), date.month(), other).dayOfWeek() <= 5)
            return false;
    }
    return true;
}

inline bool isNthWeekday(QDate date, std::uint64_t nthWeekdays)
{
    const int weekday = date.dayOfWeek() - 1;
    const int nth = (date.day() - 1) / 7;
    const bool last = date.day() + 7 > date.daysInMonth();
    return isSet(nthWeekdays, 7 * nth + weekday) || (last && isSet(nthWeekdays, 35 + weekday));
}

inline bool matchesDay(const CronMasks &masks, QDate date)
{
    bool found = isSet(masks.days, date.day()) ||
                 isSet(masks.daysFromLast, date.daysInMonth() - date.day()) ||
                 isNthWeekday(date, masks.nthWeekdays);
    const bool nearest = masks.nearestWeekdays != 0 || masks.nearestToFromLast != 0;
    for (int bit = 0; nearest && bit <= 31; ++bit) {
        found |= isSet(masks.nearestWeekdays, bit) && isNearestWeekday(date, bit);
        found |=
            isSet(masks.nearestToFromLast, bit) && isNearestWeekday(date, date.daysInMonth() - bit);
    }
    return found;
}

inline bool matchesDate(const CronMasks &masks, QDate date)
{
    const bool day = matchesDay(masks, date);
    const bool weekday =
        isSet(masks.weekdays, date.dayOfWeek() - 1) || isNthWeekday(date, masks.weekdaysNth);
    const bool either = masks.dayRule == CronMasks::DayRule::Either;
    return (either ? day || weekday : day && weekday) && isSet(masks.months, date.month()) &&
           isSet(masks.weeks, date.weekNumber()) &&
           isSet(masks.years[std::size_t(date.year() - 1970) / 64], (date.year() - 1970) % 64);
}

/// What the clocks of a zone show in a stretch of time, minute by minute. In seconds since 1970;
/// changes of the clocks must lie on whole minutes.
class EveryMinute
{
public:
    EveryMinute(const Zone &zone, qint64 begin, qint64 end)
    {
        for (qint64 instant = begin; instant < end; instant += 60) {
            const qint64 offset = zone.offsetAt(Instant(std::chrono::seconds(instant))).count();
            const qint64 wall = instant + offset;
            if (instant > begin && wall > m_lastWall + 60)
                m_gaps.push_back({m_lastWall, wall, m_lastOffset});
            m_instants[wall].push_back(instant);
            m_lastWall = wall;
            m_lastOffset = offset;
        }
    }

    /// The instants that a wall clock on a whole minute stands for.
    std::vector<qint64> read(qint64 wall, DstGap gap, bool bothPasses) const
    {
        if (const auto found = m_instants.find(wall); found != m_instants.end())
            return bothPasses ? found->second : std::vector{found->second.front()};
        for (const Gap &skipped : m_gaps) {
            if (gap == DstGap::Shift && skipped.before < wall && wall < skipped.after)
                return {wall - skipped.offsetBefore};
        }
        return {};
    }

    /// All firings in the stretch, sorted; those within a day or two of its ends are incomplete.
    std::vector<qint64> firings(const CronMasks &masks, DstGap gap, DstOverlap overlap) const
    {
        const bool everyHourMeant = masks.hours == everyHour;
        const bool both =
            overlap == DstOverlap::Both || (overlap == DstOverlap::Auto && everyHourMeant);
        std::vector<qint64> found;
        const qint64 firstDay = m_instants.begin()->first / 86'400;
        const qint64 lastDay = m_instants.rbegin()->first / 86'400;
        for (qint64 day = firstDay; day <= lastDay; ++day) {
            if (!matchesDate(masks, QDate(1970, 1, 1).addDays(day)))
                continue;
            for (int minute = 0; minute < 1440; ++minute) {
                if (isSet(masks.hours, minute / 60) && isSet(masks.minutes, minute % 60))
                    addSeconds(found, masks, read(day * 86'400 + minute * 60, gap, both));
            }
        }
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

private:
    struct Gap
    {
        qint64 before; ///< the last wall clock before it
        qint64 after;  ///< the first one behind it
        qint64 offsetBefore;
    };

    static void addSeconds(std::vector<qint64> &found, const CronMasks &masks,
                           const std::vector<qint64> &minutes)
    {
        for (const qint64 minute : minutes) {
            for (int second = 0; second < 60; ++second) {
                if (isSet(masks.seconds, second))
                    found.push_back(minute + second);
            }
        }
    }

    std::map<qint64, std::vector<qint64>> m_instants;
    std::vector<Gap> m_gaps;
    qint64 m_lastWall = 0;
    qint64 m_lastOffset = 0;
};

} // namespace carillon
