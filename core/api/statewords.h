// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduler/schedulerstate.h"

#include <QString>

namespace carillon {

/// `stopped`, `running`, `paused`.
inline QString schedulerStateWord(SchedulerState state)
{
    if (state == SchedulerState::Stopped)
        return u"stopped"_qs;
    return state == SchedulerState::Paused ? u"paused"_qs : u"running"_qs;
}

} // namespace carillon
