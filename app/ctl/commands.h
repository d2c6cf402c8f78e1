// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/exitcode.h"

namespace carillon::ctl {

// One function per command. They need a QCoreApplication, write their answer to stdout, and
// complain on stderr.

/// Runs jobs until TERM or INT; prints one line `READY=1 …` when the engine is up.
ExitCode serve(const CommandLine &line);

/// Adds the jobs of a file to a profile that no engine holds.
ExitCode import(const CommandLine &line);

/// The jobs of a profile, also beside a running engine.
ExitCode listJobs(const CommandLine &line);

/// The newest runs of a profile, also beside a running engine.
ExitCode listRuns(const CommandLine &line);

/// The kept output of a run as text, or byte by byte.
ExitCode printLog(const CommandLine &line);

/// Says on stderr what went wrong.
ExitCode fail(const Error &error);
ExitCode failUsage(const QString &message);

} // namespace carillon::ctl
