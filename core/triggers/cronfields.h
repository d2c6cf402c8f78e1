// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/cronmasks.h"
#include "core/util/result.h"

#include <QString>

#include <array>
#include <optional>

namespace carillon {

/// The fields of an APScheduler cron trigger, in their order of significance.
enum class CronField : std::uint8_t { Year, Month, Day, Week, DayOfWeek, Hour, Minute, Second };
inline constexpr int cronFieldCount = 8;

/// `year`, `month`, `day`, `week`, `day_of_week`, `hour`, `minute`, `second`.
QString cronFieldName(CronField field);

/// What was written for each field; nothing where the field was left out.
using CronTexts = std::array<std::optional<QString>, cronFieldCount>;

/// The same texts, which must be accepted ones, in lower case, without blanks round commas and
/// without leading zeros.
CronTexts normalised(const CronTexts &texts);

/// A cron expression made ready for searching: the masks, and what can be worked out once, so that
/// the next match is a few bit scans. Every search is bounded.
class CronFields
{
public:
    explicit CronFields(const CronMasks &masks);

    /// Fails with InvalidInput: `hour, column 3: '24' is out of range; 0-23 is accepted`.
    ///
    /// A field left out is `*` if any less significant field is given, else its minimum; week and
    /// day_of_week are always `*`. Monday is weekday 0. Every field must match, day and weekday
    /// both.
    static Result<CronFields> parse(const CronTexts &texts);

    const CronMasks &masks() const { return m_masks; }

    /// The first wall clock that matches at or after `from`, both in seconds since 1970 as if the
    /// clock were UTC; nothing up to the end of 9999.
    std::optional<std::int64_t> firstMatch(std::int64_t from) const;

    bool operator==(const CronFields &other) const { return m_masks == other.m_masks; }

private:
    std::optional<int> timeFrom(int secondOfDay) const;
    std::uint32_t daysOf(int year, int month) const;
    std::optional<int> yearFrom(int year) const;

    CronMasks m_masks;
    // The days of a month that fall on an accepted weekday, by the weekday of its first.
    std::array<std::uint32_t, 7> m_weekdayDays = {};
    bool m_everyYear = false;
    bool m_everyDay = false;  ///< the date does not matter, only the time of day
    bool m_plainDays = false; ///< of a month's days only `days` matter
    int m_firstTime = 0;      ///< the earliest time of a matching day, in seconds
};

} // namespace carillon
