// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/trigger.h"

namespace carillon {

/// How often a trigger fires from `from` on, measured on its times of about a year; of rarer ones,
/// on the next ten. Exact for up to 400 times; beyond that some days stand for all. Nothing if
/// fewer than two times are left.
std::optional<double> firingsPerDay(const Trigger &trigger, Instant from);

} // namespace carillon
