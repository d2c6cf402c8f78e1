// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace carillon {

/// Asks one after the other who may know for how long nobody has used the session of this user;
/// nothing if nobody tells. Starts no service. Blocks for up to `limit` with each of them; usable
/// from any thread.
std::optional<std::chrono::milliseconds> desktopIdle(std::chrono::milliseconds limit);

} // namespace carillon
