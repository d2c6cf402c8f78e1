// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/executor.h"

namespace carillon {

/// What a Python worker is asked.
struct PythonCall
{
    RunRequest request;
    bool onlyCheck = false; ///< whether the call could be made, instead of making it
};

/// What became of it.
struct PythonAnswer
{
    RunOutcome outcome;
    QString field = QStringLiteral("func"); ///< of the job: to blame where the outcome is a failure
};

/// A call as the line of JSON that worker.py reads, without its end.
QByteArray pythonRequest(const PythonCall &call);

/// The answer that a line of worker.py tells of; nothing if the call needs a fresh interpreter.
std::optional<PythonAnswer> readPythonAnswer(const QByteArray &line);

} // namespace carillon
