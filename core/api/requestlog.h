// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/routetable.h"
#include "core/jobs/ids.h"

namespace carillon {

/// Puts on record who changes what: address, login, what is done to which job.
void logChange(const ApiCall &call, const char *what, const JobId &job = {});

} // namespace carillon
