// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduler/absences.h"
#include "core/scheduler/clockwatch.h"
#include "core/stores/changes.h"

namespace carillon {

class JobStore;

/// What the scheduler knows of the clock: which epoch it is in, how it was set, and when nobody
/// looked at it. Lives in the engine thread.
class ClockKeeper
{
public:
    explicit ClockKeeper(const Clock &clock);

    /// Takes over what is on record, which was written while the program ran last. Finds a clock
    /// that shows less than then, and the time the program was not running.
    void takeOver(const ClockRecord &record);
    /// Looks at the clock; to be called at each tick.
    void look();

    /// Of new runs.
    int epoch() const { return m_current.epoch; }
    const Absences &absences() const { return m_absences; }
    void addAbsence(Absence kind, Instant from, Instant until)
    {
        m_absences.add(kind, from, until);
    }

    /// The clock was set back, and the jobs have not been planned anew yet.
    bool wasSetBack() const { return m_back > Duration::zero(); }
    /// What that means for the jobs: those whose last and next due time lie further apart than the
    /// step keep their place, so that nothing they ran repeats; the others are planned from now.
    void planAnew(const JobStore &jobs, Changes &changes) const;

    /// Epoch and time as they are.
    ClockRecord record() const { return {m_current.epoch, m_clock.now()}; }
    /// The jobs were planned anew, and `record` was recorded with them.
    void plannedAnew(const ClockRecord &record);

    /// What to record, unless jobs must be planned anew first. Beside other changes at most once a
    /// second; by itself every half minute.
    std::optional<ClockRecord> toRecord(bool besideOthers) const;
    /// That much is on record.
    void recorded(const ClockRecord &record);

    struct Step
    {
        Instant at; ///< what the clock showed afterwards
        Duration by;

        bool operator==(const Step &) const = default;
    };
    /// The last time somebody set the clock while the program ran.
    const std::optional<Step> &lastStep() const { return m_lastStep; }

private:
    void setBack(Duration by);

    const Clock &m_clock;
    ClockWatch m_watch;
    ClockRecord m_current; ///< its lastSeen is not kept up to date
    std::optional<ClockRecord> m_recorded;
    Duration m_back{0};
    Absences m_absences;
    std::optional<Step> m_lastStep;
};

/// `job` after the clock was set back by `step` and shows `now`; nothing if it stays as it is.
std::optional<Job> afterSettingBack(const Job &job, Duration step, Instant now);

} // namespace carillon
