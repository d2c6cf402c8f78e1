// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/trigger.h"

namespace carillon {

/// Whether the trigger fires at `when`. To find that it does takes next to no leaps; to find the
/// time after, which nobody asked for, may take very many: so this soon gives up.
inline bool firesAt(const Trigger &trigger, Instant when)
{
    constexpr int fewLeaps = 100;
    LeapBudget leaps(fewLeaps);
    return trigger.first(when, leaps) == when;
}

} // namespace carillon
