// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/format/timeview.h"

namespace carillon::ui {

/// `in 3 min`, `5 h ago`, `tomorrow 09:00`, `Thu 09:00`, `2026-12-01 09:00`. Rounds down.
QString relativeTime(Instant when, const TimeView &view);

/// As above; a dash for no time.
QString relativeTime(std::optional<Instant> when, const TimeView &view);

/// `2026-11-20 09:00:00 UTC+08:00 (Asia/Shanghai)`, for tooltips and copying.
QString exactTime(Instant when, const Zone &zone);

/// `2026-11-20 09:00:00`, for tables and heads of logs.
QString clockTime(Instant when, const Zone &zone);

/// `Fri 2026-11-20 09:00`; with seconds where there are any.
QString dayAndTime(Instant when, const TimeView &view);

} // namespace carillon::ui
