// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/trigger.h"

namespace carillon {

/// `trigger` with each interval in it that has an open start beginning one step after `now`, if it
/// would otherwise wait longer than that for its first time; nothing if there is none.
std::optional<Trigger> anchoredAnew(const Trigger &trigger, Instant now);

} // namespace carillon
