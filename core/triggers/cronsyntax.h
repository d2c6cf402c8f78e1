// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/cronmasks.h"
#include "core/triggers/cronmistake.h"

#include <vector>

namespace carillon {

/// What a line of text says in one of the text dialects. Never depends on the locale; allocates
/// nothing but for a mistake.
Result<CronMasks, CronMistake> readCron(CronDialect dialect, QStringView text);

/// What APScheduler's fields say.
///
/// A field left out is `*` if any less significant field is given, else its minimum; week and
/// day_of_week are always `*`. Without any field it is every second.
Result<CronMasks, CronMistake> readCronFields(const CronTexts &texts);

/// What notation says, which must be accepted.
Result<CronMasks, CronMistake> readCron(const CronNotation &notation);

/// The shortest usual text, which reads back to equal masks; nothing where the dialect has no
/// words for them.
std::optional<QString> printCron(CronDialect dialect, const CronMasks &masks);

/// The same in APScheduler's fields; those it can do without are left out.
std::optional<CronTexts> printCronFields(const CronMasks &masks);

/// A text as one dialect reads it.
struct CronReading
{
    CronNotation notation;
    CronMasks masks;
};

/// What the text says in each dialect that accepts it, most likely first.
std::vector<CronReading> recogniseCron(QStringView text);

} // namespace carillon
