// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/jobsaver.h"

namespace carillon::ui {

JobSaver::JobSaver(SchedulerClient &client, QObject *parent) : QObject(parent), m_client(client) {}

void JobSaver::add(const Job &job)
{
    m_wantsPaused = job.paused;
    await(m_client.addJob(job));
}

void JobSaver::change(const Job &job)
{
    m_wantsPaused = job.paused;
    await(m_client.changeJob(job));
}

void JobSaver::await(QFuture<Result<Job>> answer)
{
    m_isBusy = true;
    answer.then(this, [this](const Result<Job> &stored) { settlePause(stored); });
}

void JobSaver::settlePause(const Result<Job> &stored)
{
    if (!stored || stored->paused == m_wantsPaused) {
        finish(stored);
        return;
    }
    auto answer = m_wantsPaused ? m_client.pauseJob(stored->id) : m_client.resumeJob(stored->id);
    answer.then(this, [this](const Result<Job> &settled) { finish(settled); });
}

void JobSaver::finish(const Result<Job> &stored)
{
    m_isBusy = false;
    if (stored)
        emit saved(*stored);
    else
        emit failed(stored.error());
}

} // namespace carillon::ui
