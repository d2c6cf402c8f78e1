// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/civil.h"

#include <memory>
#include <optional>
#include <vector>

namespace carillon {

/// Steps from date to date: first years and months, keeping the day of the month and repeated
/// until such a day exists (31 Aug + 1 month is 31 Oct), then weeks and days.
struct CalendarStep
{
    int years = 0;
    int months = 0;
    int weeks = 0;
    int days = 0;

    bool operator==(const CalendarStep &) const = default;
};

/// A date, the date one step later and so on until the end of 9999, made ready for searching. Dates
/// are days since 1970-01-01.
class DateChain
{
public:
    /// `step` is not empty, has no negative part and none longer than the calendar.
    DateChain(CivilDate start, const CalendarStep &step);

    /// The first date of the chain on or after `day`; nothing after its last. Bounded: a handful of
    /// steps.
    std::optional<std::int64_t> firstFrom(std::int64_t day) const;

private:
    std::optional<std::int64_t> firstByDays(std::int64_t day) const;
    std::optional<std::int64_t> firstByMonths(std::int64_t day) const;
    std::optional<std::int64_t> firstByBoth(std::int64_t day) const;
    std::optional<std::int64_t> following(std::int64_t day) const;

    CivilDate m_start;
    std::int64_t m_first; // m_start, in days
    int m_months;         // the step
    int m_days;
    // Of a step with months as well as days: every so manieth date, because no formula finds the
    // nth. Copies share them.
    std::shared_ptr<const std::vector<std::int32_t>> m_waypoints;
};

} // namespace carillon
