// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/joboverview.h"

namespace carillon::ui {

/// One word for a state, from the glossary.
QString stateText(JobState state);
QString stateText(RunState state);

/// Who or what started it: the schedule, a person by name, a caller of the API, a run before it.
QString causeText(const Run &run);

/// The cause of a bad end in one or two words: `exit 2`, `ValueError`; empty if there is none.
QString shortCause(const Run &run);

/// `2`, `127 (not found)`, `signal 9 (killed)`; empty if it did not get that far.
QString exitText(const RunOutcome &outcome);

/// What a Python callable returned, as JSON on one line; empty if nothing was returned.
QString returnText(const RunOutcome &outcome);

/// How long it ran, or has been running up to `now`; nothing if it never started.
std::optional<Duration> runLength(const Run &run, Instant now);

/// How much after its due time it started; nothing without both times.
std::optional<Duration> runDelay(const Run &run);

} // namespace carillon::ui
