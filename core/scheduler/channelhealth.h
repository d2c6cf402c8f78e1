// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/instant.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace carillon {

/// A message that was not done.
struct RefusedMessage
{
    Instant at = {};
    QString text = {}; ///< its beginning; a text even where the message is none
    QString why = {};  ///< for people

    bool operator==(const RefusedMessage &) const = default;
};

/// How a channel, by which messages come in, is doing.
struct ChannelHealth
{
    enum class State : std::uint8_t {
        Connecting,
        Connected,
        Waiting, ///< to try again
    };

    QString name = {};   ///< `redis`
    QString source = {}; ///< where it listens, without a password
    State state = State::Connecting;
    Instant since = {};
    std::optional<Instant> retryAt = {};
    QString problem = {}; ///< why it is not connected, for people; empty while it is
    std::int64_t accepted = 0;
    std::int64_t refused = 0;
    std::int64_t lost = 0;                     ///< came faster than they could be done
    int waiting = 0;                           ///< for their turn
    std::vector<RefusedMessage> refusals = {}; ///< the newest of them, the last one first

    bool operator==(const ChannelHealth &) const = default;
};

} // namespace carillon
