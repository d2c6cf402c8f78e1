// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/spawn.h"

namespace carillon {
class ExecTexts;
}

namespace carillon::offspring {

/// Starts a child with all that spawn() promises of it. One at a time.
Spawned cloneAndExec(const ExecTexts &texts, ProcessMark mark, const Descriptors &descriptors);

} // namespace carillon::offspring
