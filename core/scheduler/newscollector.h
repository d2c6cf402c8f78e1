// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduler/schedulerclient.h"

#include <QSet>
#include <QTimer>

#include <map>

namespace carillon {

/// Gathers the scheduler's signals into SchedulerNews, at most ten a second: the first change goes
/// out with the next turn of the event loop, later ones wait for their tenth of a second.
///
/// Lives in the scheduler's thread.
class NewsCollector : public QObject
{
    Q_OBJECT

public:
    explicit NewsCollector(Scheduler &scheduler);

signals:
    void collected(const carillon::SchedulerNews &news);

private:
    void schedule();
    void send();

    Scheduler &m_scheduler;
    QTimer m_timer;
    bool m_resting = false; ///< the timer runs because news went out just now
    bool m_pending = false;
    QSet<JobId> m_jobs;
    QSet<JobId> m_removed;
    std::map<RunId, Run> m_runs;
    QSet<RunId> m_output;
    QString m_fault;
};

} // namespace carillon
