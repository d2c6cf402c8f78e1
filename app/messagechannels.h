// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "core/time/clock.h"
#include "core/util/result.h"

#include <memory>

namespace carillon {

class KinitDesk;
class RedisChannel;
class Scheduler;

/// The channels by which messages come in, as the settings say; the scheduler's health tells how
/// they are doing. Lives in the engine thread.
class MessageChannels
{
    Q_DISABLE_COPY_MOVE(MessageChannels)

public:
    /// All three must outlive it.
    MessageChannels(Scheduler &scheduler, KinitDesk &desk, const Clock &clock);
    /// No message is taken any more; one that is not done stays where it is.
    ~MessageChannels();

    /// Call once. Fails for settings that cannot be; a server that cannot be reached is no failure.
    Result<> start(const Settings &settings);

private:
    Scheduler &m_scheduler;
    [[maybe_unused]] KinitDesk &m_desk;
    [[maybe_unused]] const Clock &m_clock;
    std::unique_ptr<RedisChannel> m_redis;
};

} // namespace carillon
