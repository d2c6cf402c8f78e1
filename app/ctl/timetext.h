// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/terminal.h"
#include "core/time/instant.h"

#include <optional>

namespace carillon::ctl {

/// For people as the clocks of `zone` show it, `2026-12-01 09:00:00`; for programs in ISO 8601.
/// A dash for no time.
QString timeText(const std::optional<Instant> &time, const Terminal &terminal, const Zone &zone);
/// The same on the clocks of this machine.
QString timeText(const std::optional<Instant> &time, const Terminal &terminal);

/// `0.250 s`, `12 s`, `5 min 3 s`, `2 h 10 min`, `3 d 4 h`.
QString lengthText(Duration length);

} // namespace carillon::ctl
