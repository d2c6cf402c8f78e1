// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/table.h"

#include <QJsonArray>
#include <QJsonObject>

namespace carillon::ctl {

/// The state of a job as the API tells it, in a word and its tone.
Cell jobStateCell(const QJsonObject &job);
/// The same for a run.
Cell runStateCell(const QJsonObject &run);

/// Jobs and runs as the API answers them.
Table jobTable(const QJsonArray &jobs, const Terminal &terminal);
Table runTable(const QJsonArray &runs, const Terminal &terminal);

/// A time of the API, as timeText() shows it; a dash for null.
QString apiTimeText(const QJsonValue &time, const Terminal &terminal);

/// A run with all that is known about it, and so a job.
QList<std::pair<QString, Cell>> runPairs(const QJsonObject &run, const Terminal &terminal);
QList<std::pair<QString, Cell>> jobPairs(const QJsonObject &job, const QString &schedule,
                                         const Terminal &terminal);

} // namespace carillon::ctl
