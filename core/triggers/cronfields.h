// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/cronmasks.h"

#include <array>
#include <optional>

namespace carillon {

/// The earliest time of day that matches, in seconds of the day, of its hour and of its minute.
struct FirstTime
{
    std::uint32_t ofDay;
    std::uint32_t ofHour;
    std::uint32_t ofMinute;

    explicit FirstTime(const CronMasks &masks);
};

/// A cron expression made ready for searching: the masks, and what can be worked out once, so that
/// the next match is a few bit scans. Every search is bounded.
class CronFields
{
public:
    explicit CronFields(const CronMasks &masks);

    const CronMasks &masks() const { return m_masks; }

    /// The first wall clock that matches at or after `from`, both in seconds since 1970 as if the
    /// clock were UTC; nothing up to the end of 9999.
    std::optional<std::int64_t> firstMatch(std::int64_t from) const
    {
        const std::int64_t found = matchFrom(from);
        return found == never ? std::nullopt : std::optional(found);
    }

    /// The same, or `never`: a plain number travels between functions several times faster than
    /// an optional one.
    std::int64_t matchFrom(std::int64_t from) const;
    static constexpr std::int64_t never = INT64_MAX / 4; ///< so far off that no sum overflows

    bool operator==(const CronFields &other) const { return m_masks == other.m_masks; }

private:
    std::uint32_t dateFrom(std::uint32_t day) const;
    std::uint32_t dateAfter(int year, int month) const;
    std::uint32_t daysIn(int year, int month) const;
    bool hasYear(int year) const;
    int yearFrom(int year) const;

    // What a search looks at comes first, so that it shares few cache lines.
    FirstTime m_firstTime;
    std::uint16_t m_months = 0; ///< those in which a day can match
    bool m_everyYear = false;
    bool m_everyWeek = false;
    bool m_anyWeekday = false;  ///< the days of a month do not depend on its weekdays
    bool m_everyDay = false;    ///< the date does not matter
    bool m_onlyWeekday = false; ///< of a date nothing but its weekday matters
    std::array<std::uint8_t, 7> m_daysToWait = {}; ///< if so, from each weekday to one that matches
    CronMasks m_masks;
    // The days that match by length of the month (28 …) and weekday of its 1st, weeks set aside.
    std::array<std::array<std::uint32_t, 7>, 4> m_days = {};
};

} // namespace carillon
