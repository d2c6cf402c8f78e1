// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduler/channelhealth.h"
#include "core/scheduler/schedulerstate.h"
#include "core/time/instant.h"

#include <QString>

#include <optional>

namespace carillon {

/// How the scheduler is doing, at one moment.
struct Health
{
    SchedulerState state = SchedulerState::Stopped;
    std::optional<Instant> lastTick = {}; ///< when it last looked whether something is due
    QString fault = {}; ///< what keeps it from its work, for people; empty: nothing
    int clockEpoch = 0; ///< how often the clock was set back
    std::optional<Instant> clockSetAt = {};
    Duration clockSetBy{0}; ///< the last time; below 0: back
    int running = 0;        ///< runs
    int queued = 0;         ///< runs that wait for their turn
    int missed = 0;         ///< due times, in the last 24 hours
    int stalls = 0;         ///< how often the engine was held up for over a second
    std::vector<ChannelHealth> channels = {};

    bool operator==(const Health &) const = default;
};

} // namespace carillon

Q_DECLARE_METATYPE(carillon::Health)
