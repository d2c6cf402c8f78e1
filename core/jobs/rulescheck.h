// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/rules.h"
#include "core/util/result.h"

namespace carillon {

/// The limits of each rule, the same as for its wire name; the error names that. Says nothing of
/// the jobs that `after` names.
Result<> checkRules(const Rules &rules);

} // namespace carillon
