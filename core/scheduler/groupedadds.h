// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduler/scheduler.h"

#include <functional>

namespace carillon {

/// Adds jobs for callers who come at about the same time. Each transaction costs a sync of the
/// disk, so what has been asked for when the event loop comes to it is stored together.
///
/// Lives in the engine thread.
class GroupedAdds : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GroupedAdds)

public:
    using Answer = std::function<void(const Result<Job> &)>;

    /// `scheduler` must outlive it.
    explicit GroupedAdds(Scheduler &scheduler, QObject *parent = nullptr);

    /// As Scheduler::addEntry(). The answer comes when the job is durable or refused, not before
    /// this returns, and never once this object is gone.
    void add(const JobEntry &entry, const JobContext &context, Answer answer);

private:
    void store();

    Scheduler &m_scheduler;
    std::vector<Scheduler::WantedEntry> m_wanted;
    std::vector<Answer> m_answers;
};

} // namespace carillon
