// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/instant.h"

#include <QJsonObject>

namespace carillon {

/// weeks, days, hours, minutes, seconds.
const QStringList &intervalUnits();

/// The sum of the units in `args`: numbers, not negative, fractions allowed; each is rounded to
/// whole microseconds, half to even. Nothing, or 0, is one second. Fails with InvalidInput beyond
/// 999,999,999 days; lengths that no calendar holds are all the same.
Result<Duration> readIntervalLength(const QJsonObject &args);

/// The same length in the fewest units: 90 s is `{"minutes": 1, "seconds": 30}`.
QJsonObject writeIntervalLength(Duration length);

} // namespace carillon
