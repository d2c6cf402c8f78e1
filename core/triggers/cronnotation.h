// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>

namespace carillon {

/// The fields of a cron schedule, in their order of significance.
enum class CronField : std::uint8_t { Year, Month, Day, Week, DayOfWeek, Hour, Minute, Second };
inline constexpr int cronFieldCount = 8;

/// `year`, `month`, `day`, `week`, `day_of_week`, `hour`, `minute`, `second`.
QString cronFieldName(CronField field);

/// What was written for each field; nothing where the field was left out.
using CronTexts = std::array<std::optional<QString>, cronFieldCount>;

/// The syntaxes of cron schedules; Monday is weekday 0 unless said otherwise.
enum class CronDialect : std::uint8_t {
    ApschedulerFields,  ///< up to eight named fields
    ApschedulerCrontab, ///< five fields, day and weekday, as CronTrigger.from_crontab
    Crontab,            ///< five fields or an alias, 0 and 7 = Sunday, day or weekday
    Seconds,            ///< the same behind a field of seconds
    Quartz,             ///< six or seven fields with `? L W #`, 1 = Sunday
    Kinit,              ///< six or seven fields with `? L W #`, every `*` is every value
};

/// The dialects whose schedules are one line of text, most common first.
inline constexpr std::array cronTextDialects{CronDialect::Crontab, CronDialect::Seconds,
                                             CronDialect::Quartz, CronDialect::ApschedulerCrontab,
                                             CronDialect::Kinit};

/// The name on the wire: `crontab`, `seconds`, `quartz`, `kinit`, `apscheduler-crontab`; for
/// fields `apscheduler-fields`, which never travels.
QString cronDialectName(CronDialect dialect);

/// The text dialect of that name.
std::optional<CronDialect> cronDialectNamed(QStringView name);

/// How a cron schedule was written, for showing and storing it again; `CronMasks` is what it
/// means.
struct CronNotation
{
    CronDialect dialect = CronDialect::ApschedulerFields;
    CronTexts fields = {};   ///< for ApschedulerFields
    QString expression = {}; ///< for the others

    bool operator==(const CronNotation &) const = default;
};

/// Accepted texts in lower case, without blanks round commas and without leading zeros.
CronNotation cronNotation(const CronTexts &texts);

/// An accepted text with one blank between fields and none around it.
CronNotation cronNotation(CronDialect dialect, QStringView text);

} // namespace carillon
