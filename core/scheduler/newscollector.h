// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduler/schedulerclient.h"

#include <QSet>
#include <QTimer>

#include <map>

namespace carillon {

/// Gathers the scheduler's signals into SchedulerNews, at most ten a second: the first change goes
/// out with the next turn of the event loop, later ones wait for their tenth of a second, and for
/// the news before them to be taken in. Keeps a bounded number of changes, however many there are.
///
/// Lives in the scheduler's thread.
class NewsCollector : public QObject
{
    Q_OBJECT

public:
    /// How many jobs, and how many runs, one piece of news tells of.
    static constexpr int mostTold = 1000;

    explicit NewsCollector(Scheduler &scheduler);

public slots:
    /// Call it once the last news has been taken in; none follows before that.
    void resume();

signals:
    void collected(const carillon::SchedulerNews &news);

private:
    void noteJob(const JobId &id);
    void noteRemoved(const JobId &id);
    void noteRun(const Run &run);
    void noteOutput(RunId run);
    void boundJobs();
    void boundRuns();
    void schedule();
    void send();

    Scheduler &m_scheduler;
    QTimer m_timer;
    bool m_resting = false; ///< the timer runs because news went out just now
    bool m_untaken = false;
    bool m_pending = false;
    QSet<JobId> m_jobs;
    QSet<JobId> m_removed;
    bool m_manyJobs = false; ///< more than mostTold; none is kept then
    std::map<RunId, Run> m_runs;
    QSet<RunId> m_output;
    bool m_manyRuns = false;
    QString m_fault;
};

} // namespace carillon
