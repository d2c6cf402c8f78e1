// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <optional>

namespace carillon {

/// The rule at the end of a TZif file and in TZ: `EST5EDT,M3.2.0,M11.1.0`, `<+0330>-3:30`.
struct PosixRule
{
    /// A day of the year and a time on it, by the clock in force before the change.
    struct Change
    {
        enum class Kind : std::uint8_t {
            Julian,     ///< `Jn`: 1–365, 29 February never counted
            DayOfYear,  ///< `n`: 0–365
            NthWeekday, ///< `Mm.w.d`: week 5 is the last, day 0 is Sunday
        };
        Kind kind = Kind::NthWeekday;
        int month = 0;
        int week = 0;
        int day = 0;
        std::int64_t time = 2 * 3600; ///< seconds from midnight; may be negative or beyond a day
    };

    std::int64_t standard = 0;                 ///< seconds east of UTC
    std::optional<std::int64_t> daylight = {}; ///< nothing: no clock changes
    Change start = {};                         ///< of daylight time
    Change end = {};

    static std::optional<PosixRule> parse(QByteArrayView text);
};

/// The change's wall clock in that year, in seconds since 1970 as if that clock were UTC.
std::int64_t localSecond(const PosixRule::Change &change, int year);

} // namespace carillon
