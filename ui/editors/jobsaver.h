// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "core/scheduler/schedulerclient.h"

namespace carillon::ui {

/// Sends one job to the scheduler and reports what became of it. Changing a job leaves its pause
/// alone, so that is settled in a second step.
class JobSaver : public QObject
{
    Q_OBJECT

public:
    explicit JobSaver(SchedulerClient &client, QObject *parent = nullptr);

    /// Leads to exactly one saved() or failed(). Not to be called again before that.
    void add(const Job &job);
    void change(const Job &job);
    bool isBusy() const { return m_isBusy; }

signals:
    void saved(const carillon::Job &stored);
    void failed(const carillon::Error &error);

private:
    void await(QFuture<Result<Job>> answer);
    void settlePause(const Result<Job> &stored);
    void finish(const Result<Job> &stored);

    SchedulerClient &m_client;
    bool m_isBusy = false;
    bool m_wantsPaused = false;
};

} // namespace carillon::ui
