// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobjson.h"

#include <QFuture>

#include <functional>
#include <vector>

namespace carillon {

class Scheduler;

/// `job` as it may be stored, once the executor has tried out what it does; why not else. There at
/// once where nothing has to be tried, so that requests keep their order.
QFuture<Result<Job>> triedOut(Scheduler &scheduler, const Job &job);

/// Stores `job` by `store` (addJob, changeJob or the like) once the executor has tried out what it
/// does. Nothing is stored if that cannot be done.
QFuture<Result<Job>> storeChecked(Scheduler &scheduler, const Job &job,
                                  std::function<Result<Job>(Job)> store);

/// Whether the executor can do what these entries bring that is new, one after the other, equal
/// ones once. The error names the job and the field of the first that cannot be done. The scheduler
/// must outlive the answer.
QFuture<Result<>> checkActions(Scheduler &scheduler, const std::vector<JobEntry> &entries);

} // namespace carillon
