// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/datechain.h"

#include <algorithm>

namespace carillon {

namespace {

constexpr std::int64_t lastDay = daysFromCivil({9999, 12, 31});
constexpr int endOfMonths = 10'000 * 12; // counted from the year 0, which has none
constexpr int waypointDistance = 16;

int monthNumber(CivilDate date)
{
    return date.year * 12 + date.month - 1;
}

/// The first of `month`, `month + step` and so on that has such a day; nothing after 9999.
std::optional<std::int64_t> dayInMonths(int month, int step, int day)
{
    for (; month < endOfMonths; month += step) {
        const CivilDate date{month / 12, month % 12 + 1, day};
        if (day <= 28 || day <= daysInMonth(date.year, date.month))
            return daysFromCivil(date);
    }
    return {};
}

} // namespace

DateChain::DateChain(CivilDate start, const CalendarStep &step)
    : m_start(start),
      m_first(daysFromCivil(start)),
      m_months(step.years * 12 + step.months),
      m_days(step.weeks * 7 + step.days)
{
    if (m_months == 0 || m_days == 0)
        return;
    std::vector<std::int32_t> waypoints;
    int walked = 0;
    for (auto day = std::optional(m_first); day; day = following(*day)) {
        if (walked++ % waypointDistance == 0)
            waypoints.push_back(std::int32_t(*day));
    }
    m_waypoints = std::make_shared<const std::vector<std::int32_t>>(std::move(waypoints));
}

std::optional<std::int64_t> DateChain::firstFrom(std::int64_t day) const
{
    if (day <= m_first)
        return m_first;
    if (m_months == 0)
        return firstByDays(day);
    return m_days == 0 ? firstByMonths(day) : firstByBoth(day);
}

std::optional<std::int64_t> DateChain::firstByDays(std::int64_t day) const
{
    const std::int64_t steps = (day - m_first + m_days - 1) / m_days;
    const std::int64_t found = m_first + steps * m_days;
    return found <= lastDay ? std::optional(found) : std::nullopt;
}

std::optional<std::int64_t> DateChain::firstByMonths(std::int64_t day) const
{
    if (day > lastDay)
        return {};
    const CivilDate date = civilFromDays(day);
    const int start = monthNumber(m_start);
    const int wanted = monthNumber(date) + (date.day > m_start.day ? 1 : 0);
    const int steps = (wanted - start + m_months - 1) / m_months;
    return dayInMonths(start + steps * m_months, m_months, m_start.day);
}

std::optional<std::int64_t> DateChain::firstByBoth(std::int64_t day) const
{
    // The last waypoint that is not later, of which there is one: the start.
    const auto after = std::upper_bound(m_waypoints->begin(), m_waypoints->end(), day);
    std::optional<std::int64_t> found = *std::prev(after);
    while (found && *found < day)
        found = following(*found);
    return found;
}

std::optional<std::int64_t> DateChain::following(std::int64_t day) const
{
    const CivilDate date = civilFromDays(day);
    const auto later = dayInMonths(monthNumber(date) + m_months, m_months, date.day);
    if (!later || *later + m_days > lastDay)
        return {};
    return *later + m_days;
}

} // namespace carillon
