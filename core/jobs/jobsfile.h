// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobjson.h"

#include <vector>

namespace carillon {

/// Reads a jobs file: a JSON array of job objects as jobFromJson reads them. All or nothing; the
/// error names the entry and the key: `jobs.json, entry 3 (“backup”): …`. Every entry needs an id,
/// and no id may stand there twice.
Result<std::vector<JobEntry>> loadJobsFile(const QString &path, const JobContext &context);

/// The same for what stands in one; `name` is what messages call it.
Result<std::vector<JobEntry>> readJobs(const QByteArray &json, const QString &name,
                                       const JobContext &context);

} // namespace carillon
