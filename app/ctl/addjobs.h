// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile.h"

#include <QJsonArray>

#include <functional>
#include <utility>
#include <vector>

namespace carillon::ctl {

struct AddedJobs
{
    int added = 0;
    int replaced = 0;
    int kept = 0;                                        ///< known by id, and not to be replaced
    std::vector<std::pair<QString, Error>> refused = {}; ///< by id

    int settled() const { return added + replaced + kept; }
};

/// How many of how many are done.
using TellAdded = std::function<void(int done, int all)>;

/// Adds all jobs of a jobs file. A folder `workspace` beside it is copied. Where no program holds
/// the profile it is all or nothing; else one after the other, once the file as a whole is read.
Result<AddedJobs> addJobsFile(const Profile &profile, const QString &file, const TellAdded &tell);

/// Adds these job objects, as far as they are accepted.
Result<AddedJobs> addJobs(const Profile &profile, const QJsonArray &jobs, const TellAdded &tell);

} // namespace carillon::ctl
