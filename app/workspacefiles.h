// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

namespace carillon {

/// Copies the folder `workspace` that lies beside a jobs file, if there is one, into a profile's
/// workspace, so that a jobs file travels with the scripts it runs. Files that are there already
/// are left alone: they may have been edited.
Result<> copyWorkspaceOf(const QString &jobsFile, const QString &workspace);

} // namespace carillon
