// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/executor.h"

namespace carillon {

struct ProcessEnd;

/// `exit code 2`; known codes with their meaning: `exit code 127 (not found)`.
QString exitCodeText(int code);

/// `segmentation fault (signal 11)`
QString signalText(int signal);

/// exitCodeText() or signalText(), whichever applies; that it is unknown if neither does.
QString endText(const ProcessEnd &end);

/// `Could not start “backup.sh” — Exec format error.` with the system's own text.
QString couldNotStartText(const QString &program, const QString &why);

/// `10 min`, `1 h 30 min`
QString limitText(std::chrono::seconds limit);

/// `was stopped after its limit of 10 min — 3 processes ended, 1 by force.`
QString timedOutText(std::chrono::seconds limit, const ProcessEnd &end);

/// `was stopped — 3 processes ended, 1 by force.`
QString stoppedText(const ProcessEnd &end);

/// A run that was stopped while it waited for its turn.
RunOutcome stoppedBeforeStart();

/// A run that failed for `reason`.
RunOutcome failure(const QString &reason);

/// A run whose process tree was ended because `state` (Stopped or TimedOut) was wanted.
RunOutcome endedOutcome(RunState state, const RunRequest &request, const ProcessEnd &end);

} // namespace carillon
