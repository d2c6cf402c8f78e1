// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/action.h"

namespace carillon {

/// Reads a job's `python`, `{"interpreter": "venv/bin/python", "path": ["lib"]}`, into its action;
/// both members may be left out. Fails with InvalidInput and the field `python`, also where the
/// action is no Python call.
Result<> readPython(const QJsonObject &python, Action &action);

/// What readPython() reads; empty if there is nothing to say.
QJsonObject pythonToJson(const Action &action);

} // namespace carillon
