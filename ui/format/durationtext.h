// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/instant.h"

namespace carillon::ui {

/// How long something took: `340 ms`, `12.3 s`, `3 min 05 s`, `2 h 07 min`. Rounds down.
QString durationText(Duration length);

/// A length somebody chose, said exactly and without zeros: `90 s` is `1 min 30 s`, `1 h`.
QString lengthText(std::chrono::seconds length);

} // namespace carillon::ui
