// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <functional>

namespace carillon {

/// Every check on a job before it is accepted, in one place: id, name, limits of the rules,
/// existence of the script, folder and program. `workspace` is the folder relative paths start at.
/// The error's `field` is the wire name of the field to blame.
Result<> checkJob(const Job &job, const QString &workspace);

/// A free id made from a name: `Nightly backup` → `nightly-backup`, then `nightly-backup-2`.
JobId suggestJobId(const QString &name, const std::function<bool(const JobId &)> &isTaken);

} // namespace carillon
