// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace carillon {

/// Calls a second of the least that calls a Python function in another process: a loop that reads
/// lines of JSON, calls and writes the result, driven by a loop that writes and reads without any
/// events. No output, no restoring, no checks.
double pythonFloor(const QString &workspace, int calls);

} // namespace carillon
