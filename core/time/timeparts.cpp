// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/timeparts.h"

#include "core/time/civil.h"

namespace carillon {

bool TimeParts::setTime(int hour, int minute, int second, Duration fraction)
{
    if (hour < 0 || hour > 23 || minute > 59 || second > 59)
        return false;
    const Duration time = std::chrono::hours(hour) + std::chrono::minutes(minute) +
                          std::chrono::seconds(second) + fraction;
    return set(m_time, std::int64_t(time.count()), std::int64_t(unset));
}

std::optional<WrittenTime> TimeParts::asOf(LocalTime today) const
{
    const auto day = isEnough() ? dayAsOf(today) : std::nullopt;
    if (!day || (m_weekday != unset && weekdayFromDays(*day) != m_weekday))
        return {};
    const Duration time(hasTime() ? m_time : 0);
    WrittenTime written{LocalTime(std::chrono::seconds(*day * secondsPerDay) + time), {}};
    if (m_offset != noOffset)
        written.offset = std::chrono::seconds(m_offset);
    return written;
}

/// A month needs its day; without one there must be a time, and a weekday could be any.
bool TimeParts::isEnough() const
{
    return hasMonth() ? hasDay() : hasTime() && m_weekday == unset;
}

/// Nothing if there is no such day.
std::optional<std::int64_t> TimeParts::dayAsOf(LocalTime today) const
{
    const auto days = std::chrono::floor<std::chrono::days>(today).time_since_epoch().count();
    CivilDate date = civilFromDays(days);
    if (hasMonth())
        date = {hasYear() ? m_year : date.year, m_month, m_day};
    const bool exists = date.year >= 1 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
                        date.day <= daysInMonth(date.year, date.month);
    return exists ? std::optional(daysFromCivil(date)) : std::nullopt;
}

} // namespace carillon
