// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/cronmasks.h"

#include <QRandomGenerator>

namespace carillon {

/// Cron schedules of all sorts, the same ones for the same seed.
class RandomCron
{
public:
    explicit RandomCron(quint32 seed) : m_random(seed) {}

    /// True one time in `of`.
    bool once(int of) { return m_random.bounded(of) == 0; }
    int below(int limit) { return int(m_random.bounded(limit)); }

    /// Bits within `all`: each second one, a few, or a single one.
    std::uint64_t some(std::uint64_t all)
    {
        const int sparseness = below(4);
        std::uint64_t bits = all;
        for (int i = 0; i <= sparseness; ++i)
            bits &= m_random.generate64();
        while (bits == 0)
            bits = std::uint64_t(1) << below(64) & all;
        return bits;
    }

    /// Rules about dates, of which each schedule has a few.
    void restrictDates(CronMasks &masks)
    {
        if (once(2))
            restrictDays(masks);
        if (once(3))
            masks.weekdays = std::uint8_t(some(everyWeekday));
        if (once(4)) {
            masks.weekdays = once(2) ? 0 : masks.weekdays;
            masks.weekdaysNth = some(everyNthWeekday);
        }
        if (once(4))
            masks.dayRule = CronMasks::DayRule::Either;
        if (once(4))
            masks.months = std::uint16_t(some(everyMonth));
        if (once(5))
            masks.weeks = some(everyWeek);
        if (once(5))
            restrictYears(masks);
    }

    void restrictTimes(CronMasks &masks)
    {
        masks.hours = once(3) ? everyHour : std::uint32_t(some(everyHour));
        masks.minutes = some(everyMinute);
        masks.seconds = once(3) ? some(everySecond) : 1;
    }

private:
    static constexpr std::uint64_t everyNthWeekday = (std::uint64_t(1) << 42) - 1;

    void restrictDays(CronMasks &masks)
    {
        masks.days = once(2) ? 0 : std::uint32_t(some(everyDayOfMonth));
        if (once(3))
            masks.daysFromLast = std::uint32_t(some(0x7fff'ffff));
        if (once(3))
            masks.nearestWeekdays = std::uint32_t(some(everyDayOfMonth));
        if (once(3))
            masks.nearestToFromLast = std::uint32_t(some(0x7fff'ffff));
        if (once(3))
            masks.nthWeekdays = some(everyNthWeekday);
    }

    void restrictYears(CronMasks &masks)
    {
        for (std::uint64_t &years : masks.years)
            years &= m_random.generate64();
    }

    QRandomGenerator m_random;
};

} // namespace carillon
