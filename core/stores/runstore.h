// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/run.h"
#include "core/jobs/runquery.h"

#include <map>
#include <vector>

namespace carillon {

/// What retention asks about the runs of a job.
struct JobHistory
{
    struct Ended
    {
        RunId id;
        std::optional<Instant> started; ///< nothing if it never ran
        std::optional<Instant> ended;

        bool operator==(const Ended &) const = default;
    };
    std::vector<Ended> oldest; ///< ended runs only, oldest first
    RunId newestEnded;         ///< 0 if none has ended
    RunId lastBeyond;          ///< the newest run that is not among the newest `keep`; 0 if none
};

/// Remembers runs. Writing goes through Store::commit(). Lives in the engine thread.
class RunStore
{
public:
    virtual ~RunStore() = default;

    /// One run with its tail; NotFound if there is none by that id.
    virtual Result<Run> find(RunId id) const = 0;
    /// Newest first, without tails.
    virtual Result<std::vector<Run>> page(const RunQuery &query) const = 0;
    /// Runs that stand as Queued or Running, oldest first.
    virtual Result<std::vector<Run>> active() const = 0;
    /// For each job the newest run that has ended, without tail.
    virtual Result<std::vector<Run>> latestEnded() const = 0;
    /// 0 if there never was a run. Ids are never used again.
    virtual Result<RunId> highestId() const = 0;

    /// How many due times were recorded as missed from `since` on, by the beginning of the minute;
    /// without those that were merged into a later run.
    virtual Result<std::map<Instant, int>> missedByMinute(Instant since) const = 0;

    virtual Result<bool> contains(RunId id) const = 0;
    /// Jobs that have runs, also deleted ones, in an order of the store's own: at most `limit` that
    /// follow `after`, an empty id for the first ones.
    virtual Result<std::vector<JobId>> jobsAfter(const JobId &after, int limit) const = 0;
    /// At most `limit` of the oldest runs, and where the newest `keep` begin.
    virtual Result<JobHistory> history(const JobId &job, int keep, int limit) const = 0;
};

} // namespace carillon
