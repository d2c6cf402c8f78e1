// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/instant.h"

namespace carillon {

/// Reads what people write for a date, in English: all that parseWrittenTime reads, and
/// `Jan 5 2030 10:00`, `5 January 2030`, `Sat, 05 Jan 2030 10:00:00 GMT`, `2030/01/05 3pm`,
/// `20300105T100000`, `10:30`. Without a time it is midnight, without a date or a year that of
/// `today`. Refused are texts that can be read in two ways, such as `01/05/2030`.
Result<WrittenTime> parseLenientTime(QStringView text, LocalTime today);

/// As parseWrittenTime reads it back: `2030-01-05T10:00:00`, with the offset if there is one.
QString writtenText(const WrittenTime &time);

} // namespace carillon
