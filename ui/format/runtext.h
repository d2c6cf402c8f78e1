// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/run.h"
#include "ui/format/timeview.h"

#include <QStringList>

namespace carillon::ui {

/// The lines above a run's output: when it started, when it was due and why.
QStringList runHead(const Run &run, const TimeView &view);

/// The lines below it: how it ended, after how long, with what. Empty while it is running.
QStringList runFoot(const Run &run, const TimeView &view);

/// Why there is no output to show, in one sentence.
QString noOutputText(const Run &run, const TimeView &view);

} // namespace carillon::ui
