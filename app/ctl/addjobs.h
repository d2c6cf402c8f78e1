// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile.h"

#include <QJsonArray>

namespace carillon::ctl {

struct AddedJobs
{
    int added = 0;
    int replaced = 0;
    int kept = 0; ///< known by id, and not to be replaced
};

/// Adds all jobs of a jobs file, or none. A folder `workspace` beside it is copied.
Result<AddedJobs> addJobsFile(const Profile &profile, const QString &file);

/// Adds all these job objects, or none.
Result<AddedJobs> addJobs(const Profile &profile, const QJsonArray &jobs);

} // namespace carillon::ctl
