// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/instant.h"

#include <optional>
#include <utility>

namespace carillon {

/// What a text says of a date and of a time of day, each part at most once.
class TimeParts
{
public:
    bool hasMonth() const { return m_month != unset; }
    bool hasDay() const { return m_day != unset; }
    bool hasYear() const { return m_year != unset; }
    bool hasTime() const { return m_time != unset; }

    // Numbers are not negative. False if that was said before, or cannot be.

    bool setYear(int year) { return set(m_year, year); }
    bool setMonth(int month) { return set(m_month, month); }
    bool setDay(int day) { return set(m_day, day); }
    /// From 0, Monday.
    bool setWeekday(int weekday) { return set(m_weekday, weekday); }
    bool setTime(int hour, int minute, int second, Duration fraction);
    bool setOffset(int seconds) { return set(m_offset, seconds, noOffset); }

    /// The time that is meant. Without a time it is midnight, without a date or a year that of
    /// `today`. Nothing if the parts are too few or contradict each other.
    std::optional<WrittenTime> asOf(LocalTime today) const;

private:
    static constexpr int unset = -1;
    static constexpr int noOffset = 1'000'000;

    template <typename Number>
    static bool set(Number &field, Number value, Number unsaid = unset)
    {
        return std::exchange(field, value) == unsaid;
    }
    bool isEnough() const;
    std::optional<std::int64_t> dayAsOf(LocalTime today) const;

    // Plain numbers, because GCC 12 takes optional ones for uninitialised.
    int m_year = unset;
    int m_month = unset;
    int m_day = unset;
    int m_weekday = unset;
    std::int64_t m_time = unset; ///< microseconds of the day
    int m_offset = noOffset;     ///< seconds
};

} // namespace carillon
