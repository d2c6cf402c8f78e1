// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/action.h"
#include "core/jobs/ids.h"
#include "core/jobs/rules.h"
#include "core/triggers/jitter.h"
#include "core/util/rare.h"

#include <QJsonObject>

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
    QString executor = QStringLiteral("default"); ///< alias of where it runs
    QString jobStore = QStringLiteral("default"); ///< alias of where it is kept

    bool paused = false;
    /// The next due time; nothing while paused, finished, manual or broken. Its run starts at
    /// startOf(), which is later where the trigger has jitter.
    std::optional<Instant> next = {};
    /// Why this job cannot be planned; empty if it can. Its data stay as they are.
    QString problem = {};
    /// What it was added with while the scheduler was stopped, in the words of pendingjobs.h; empty
    /// once it has entered the schedule.
    QJsonObject pending = {};
    /// What the store holds, byte for byte, where that cannot be read.
    Rare<QByteArray> rawDefinition = {};

    Instant created = {};
    Instant changed = {};

    /// Its trigger has no further time.
    bool isFinished() const
    {
        return trigger && !next && !paused && problem.isEmpty() && !isPending();
    }
    /// It waits for the scheduler to start.
    bool isPending() const { return !pending.isEmpty(); }

    /// Nothing has taken the place of the definition that cannot be read, so it is still kept.
    bool hasOnlyRawDefinition() const
    {
        return rawDefinition && !trigger && std::holds_alternative<NoopAction>(action);
    }

    bool operator==(const Job &) const = default;
};

/// When the run of `job` that is due at `due` starts.
inline Instant startOf(const Job &job, Instant due)
{
    if (!job.trigger || job.trigger->jitter() == Duration::zero())
        return due;
    return jitteredStart(*job.trigger, due, jitterSeed(job.id.text));
}

/// When the run for `job.next` starts.
inline std::optional<Instant> nextStart(const Job &job)
{
    return job.next ? std::optional(startOf(job, *job.next)) : std::nullopt;
}

} // namespace carillon

Q_DECLARE_METATYPE(carillon::Job)
