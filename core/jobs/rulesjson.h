// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/rules.h"
#include "core/util/json.h"

namespace carillon {

/// Reads the keys of a job object that rules.h names in brackets; what is left out keeps its value
/// in `rules`. Mistakes are recorded in `fields`.
void readRules(JsonFields &fields, Rules &rules);

/// The keys of the contract always, the others where they differ from a default.
void writeRules(QJsonObject &object, const Rules &rules);

} // namespace carillon
