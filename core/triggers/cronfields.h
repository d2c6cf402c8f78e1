// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QString>

#include <array>
#include <cstdint>
#include <optional>

namespace carillon {

/// The fields of an APScheduler cron trigger, in their order of significance.
enum class CronField : std::uint8_t { Year, Month, Day, Week, DayOfWeek, Hour, Minute, Second };
inline constexpr int cronFieldCount = 8;

/// `year`, `month`, `day`, `week`, `day_of_week`, `hour`, `minute`, `second`.
QString cronFieldName(CronField field);

/// What was written for each field; nothing where the field was left out.
using CronTexts = std::array<std::optional<QString>, cronFieldCount>;

/// The eight fields compiled to bit masks, one bit per accepted value, so that the search for the
/// next match is a few bit scans.
///
/// A field left out is `*` if any less significant field is given, else its minimum; week and
/// day_of_week are always `*`. Monday is weekday 0. Every field must match, day and weekday both.
class CronFields
{
public:
    /// Fails with InvalidInput: `hour, column 3: '24' is out of range; 0-23 is accepted`.
    static Result<CronFields> parse(const CronTexts &texts);

    /// The texts as given, normalised: lower case, no blanks round commas, no leading zeros.
    const CronTexts &texts() const { return m_texts; }

    std::uint64_t seconds = 0; ///< bits 0–59
    std::uint64_t minutes = 0; ///< bits 0–59
    std::uint32_t hours = 0;   ///< bits 0–23
    std::uint32_t days = 0;    ///< bits 1–31, fixed days of the month
    bool lastDay = false;      ///< the day field holds `last`
    /// Bit `7·(n − 1) + weekday` for the nth weekday of the month (n 1–5), 35 + weekday for the
    /// last.
    std::uint64_t nthWeekdays = 0;
    std::uint16_t months = 0;                  ///< bits 1–12
    std::uint8_t weekdays = 0;                 ///< bits 0–6, Monday first
    std::uint64_t weeks = 0;                   ///< bits 1–53, ISO week numbers
    std::array<std::uint64_t, 126> years = {}; ///< bit y − 1970, for 1970–9999

    /// The first wall clock that matches at or after `from`, both in seconds since 1970 as if the
    /// clock were UTC; nothing up to the end of 9999.
    std::optional<std::int64_t> firstMatch(std::int64_t from) const;

    bool operator==(const CronFields &) const = default;

private:
    /// Puts together what firstMatch() needs, once the masks are complete.
    void prepare();
    std::optional<int> timeFrom(int secondOfDay) const;
    std::uint32_t daysOf(int year, int month) const;
    std::optional<int> yearFrom(int year) const;

    CronTexts m_texts;
    // The days of a month that fall on an accepted weekday, by the weekday of its first.
    std::array<std::uint32_t, 7> m_weekdayDays = {};
    bool m_everyYear = false;
    bool m_everyDay = false; ///< the date does not matter, only the time of day
    int m_firstTime = 0;     ///< the earliest time of a matching day, in seconds
};

} // namespace carillon
