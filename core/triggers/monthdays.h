// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/cronmasks.h"

namespace carillon {

/// What the calendar says of a month.
struct MonthShape
{
    int length;       ///< 28–31
    int firstWeekday; ///< of the 1st; Monday is 0

    int weekdayOf(int day) const { return (firstWeekday + day - 1) % 7; }
};

/// The days of such a month, bits 1–31, that `masks` accepts; months, weeks and years set aside.
std::uint32_t daysOf(const CronMasks &masks, const MonthShape &month);

/// Those of a month's days that lie in the ISO weeks; `firstDay` is its 1st in days since 1970.
std::uint32_t daysInWeeks(std::uint32_t days, std::uint64_t weeks, std::int64_t firstDay);

/// The months, bits 1–12, that some day of the ISO weeks can fall into.
std::uint16_t monthsOfWeeks(std::uint64_t weeks);

} // namespace carillon
