// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/cronfields.h"

namespace carillon {

/// What one field of a cron trigger says.
struct ParsedCronField
{
    QString text;                               ///< normalised
    std::array<std::uint64_t, 126> values = {}; ///< bit v; for years bit v − 1970
    bool lastDay = false;
    std::uint64_t nthWeekdays = 0; ///< as in CronFields
};

/// The limits of a field's values, both inclusive.
struct CronLimits
{
    int least;
    int most;
};
CronLimits cronLimits(CronField field);

/// jan … dec, mon … sun; empty for the other fields.
const QStringList &cronNames(CronField field);

/// Fails with InvalidInput; the message names the field, the column and what is accepted.
Result<ParsedCronField> parseCronField(CronField field, QStringView text);

} // namespace carillon
