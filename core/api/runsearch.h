// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/routetable.h"
#include "core/scheduler/scheduler.h"

namespace carillon {

/// Finds a page of runs, a piece of the history at a time and for a few milliseconds in each turn
/// of the event loop: a filter that finds little in a million runs keeps nobody waiting.
class RunSearch : public QObject
{
    Q_OBJECT

public:
    /// Gets the page, newest first, and the key of the next one; nothing if there is none. Runs
    /// that are added meanwhile are on neither.
    using Found =
        std::function<void(const Result<std::vector<Run>> &page, std::optional<RunId> next)>;

    /// `scheduler` and `parent` must outlive it. Goes by itself once it has called `found`.
    RunSearch(const Scheduler &scheduler, RunQuery query, Found found, QObject *parent);

    void begin();

private:
    void lookOn();
    bool look();
    bool moveToNext();
    void tell(const Result<std::vector<Run>> &page, std::optional<RunId> next = {});

    const Scheduler &m_scheduler;
    RunQuery m_query; ///< of the piece that comes next
    const int m_limit;
    const Found m_found;
    std::vector<Run> m_page;
};

} // namespace carillon
