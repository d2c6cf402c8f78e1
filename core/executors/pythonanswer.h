// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/executor.h"

namespace carillon {

/// A call as the line of JSON that worker.py reads.
QByteArray pythonRequest(const RunRequest &request);

/// The outcome that an answer of worker.py tells of.
RunOutcome pythonOutcome(const QJsonObject &answer);

} // namespace carillon
