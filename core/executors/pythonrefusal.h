// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QJsonArray>

namespace carillon {

/// Why worker.py refuses a call, in a sentence, with the job's field to blame. `refused` begins
/// with a word for the reason, the details follow. The sentences about references and arguments
/// have APScheduler's wording, those about call expressions kinit's.
Error pythonRefusal(const QJsonArray &refused);

} // namespace carillon
