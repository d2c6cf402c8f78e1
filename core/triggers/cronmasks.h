// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace carillon {

/// The years 1970 to 9999, bit `year − 1970`.
using YearMask = std::array<std::uint64_t, 126>;

inline constexpr int firstCronYear = 1970;
inline constexpr int lastCronYear = 9999;

inline constexpr std::uint64_t everySecond = 0x0fff'ffff'ffff'ffff;
inline constexpr std::uint64_t everyMinute = everySecond;
inline constexpr std::uint32_t everyHour = 0x00ff'ffff;
inline constexpr std::uint32_t everyDayOfMonth = 0xffff'fffe;
inline constexpr std::uint16_t everyMonth = 0x1ffe;
inline constexpr std::uint8_t everyWeekday = 0x7f;
inline constexpr std::uint64_t everyWeek = 0x003f'ffff'ffff'fffe;
/// Every year there is.
inline constexpr YearMask everyYear = [] {
    YearMask all{};
    for (int bit = 0; bit <= lastCronYear - firstCronYear; ++bit)
        all[std::size_t(bit / 64)] |= std::uint64_t(1) << (bit % 64);
    return all;
}();

/// Which wall clocks a cron expression accepts, one bit for each value of each field. This is the
/// whole meaning of an expression, in whatever syntax it was written. By default every second.
///
/// A date must be in an accepted year, month and ISO week; then `days…` and `weekdays…` decide,
/// together or either of them, as `dayRule` says. Monday is weekday 0. "nth weekdays" are bits
/// `7·(n − 1) + weekday` for the nth of the month (n 1–5) and 35 + weekday for the last.
struct CronMasks
{
    enum class DayRule : std::uint8_t {
        Both,   ///< the day and the weekday must match
        Either, ///< one of them is enough, as in Unix crontabs that restrict both
    };

    std::uint64_t seconds = everySecond; ///< bits 0–59
    std::uint64_t minutes = everyMinute; ///< bits 0–59
    std::uint32_t hours = everyHour;     ///< bits 0–23

    std::uint32_t days = everyDayOfMonth; ///< bits 1–31, fixed days of the month
    std::uint32_t daysFromLast = 0;       ///< bit n: the nth day before the last; bit 0 the last
    std::uint32_t nearestWeekdays = 0;    ///< bits 1–31: the Monday–Friday nearest to that day
    std::uint32_t nearestToFromLast = 0;  ///< bit n: the Monday–Friday nearest to daysFromLast n
    std::uint64_t nthWeekdays = 0;        ///< written in the day field: `3rd mon`

    std::uint8_t weekdays = everyWeekday; ///< bits 0–6
    std::uint64_t weekdaysNth = 0;        ///< nth weekdays written in the weekday field: `6#3`

    DayRule dayRule = DayRule::Both;

    std::uint16_t months = everyMonth; ///< bits 1–12
    std::uint64_t weeks = everyWeek;   ///< bits 1–53, ISO week numbers
    YearMask years = everyYear;

    bool operator==(const CronMasks &) const = default;
};

} // namespace carillon
