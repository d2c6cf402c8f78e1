// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/trigger.h"

#include <vector>

namespace carillon {

/// The dates from `from` to `until` on which exceptions within `trigger` leave out a time that it
/// had without them, as far as they are found quickly.
std::vector<CivilDate> removedDates(const Trigger &trigger, Instant from, Instant until);

} // namespace carillon
