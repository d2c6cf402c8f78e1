// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/action.h"
#include "core/jobs/ids.h"
#include "core/jobs/rules.h"
#include "core/triggers/trigger.h"

namespace carillon {

/// What someone defined: when, what and how, and where it stands.
struct Job
{
    JobId id;
    QString name;
    QString group = {};
    QStringList tags = {};
    QString notes = {};

    std::optional<Trigger> trigger = {}; ///< nothing: runs only when started by hand
    Action action = {};
    Rules rules = {};
    QString executor = QStringLiteral("default"); ///< `default` or `processpool`

    bool paused = false;
    /// The next due time; nothing while paused, finished, manual or broken.
    std::optional<Instant> next = {};
    /// Why this job cannot be planned; empty if it can. Its data stay as they are.
    QString problem = {};

    Instant created = {};
    Instant changed = {};

    /// Its trigger has no further time.
    bool isFinished() const { return trigger && !next && !paused && problem.isEmpty(); }

    bool operator==(const Job &) const = default;
};

} // namespace carillon

Q_DECLARE_METATYPE(carillon::Job)
