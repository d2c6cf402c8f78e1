// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobcommands.h"

#include "core/scheduler/schedulerclient.h"

namespace carillon::ui {

namespace {

constexpr int mostSteps = 50;

/// A step that has happened already when it reaches the stack.
class DoneStep final : public QUndoCommand
{
public:
    DoneStep(const QString &text, std::function<void()> undo, std::function<void()> redo)
        : QUndoCommand(text),
          m_undo(std::move(undo)),
          m_redo(std::move(redo))
    {
    }

    void undo() override { m_undo(); }
    void redo() override
    {
        if (m_isDone)
            m_redo();
        m_isDone = true;
    }

private:
    std::function<void()> m_undo;
    std::function<void()> m_redo;
    bool m_isDone = false;
};

} // namespace

JobCommands::JobCommands(SchedulerClient &client, QObject *parent)
    : QObject(parent),
      m_client(client)
{
    m_stack.setUndoLimit(mostSteps);
}

template <typename T>
void JobCommands::report(QFuture<Result<T>> answer)
{
    answer.then(this, [this](const Result<T> &result) {
        if (!result)
            emit failed(result.error().message);
    });
}

void JobCommands::push(const QString &text, Action undo, Action redo)
{
    m_stack.push(new DoneStep(text, std::move(undo), std::move(redo)));
}

void JobCommands::runNow(const JobId &id)
{
    m_client.runNow(id).then(this, [this, id](const Result<RunId> &run) {
        if (run)
            return;
        if (run.error().code == ErrorCode::NotAllowed)
            emit alongsideNeeded(id, run.error().message);
        else
            emit failed(run.error().message);
    });
}

void JobCommands::runAlongside(const JobId &id)
{
    report(m_client.runNow(id, true));
}

void JobCommands::stop(const JobId &id)
{
    report(m_client.stopJob(id));
}

void JobCommands::setSchedulerPaused(bool paused)
{
    report(m_client.setPaused(paused));
}

void JobCommands::setPaused(const std::vector<Job> &jobs, bool paused)
{
    std::vector<JobId> ids;
    for (const Job &job : jobs) {
        if (job.paused != paused)
            ids.push_back(job.id);
    }
    if (ids.empty())
        return;
    const auto request = [this, ids](bool pause) {
        for (const JobId &id : ids)
            report(pause ? m_client.pauseJob(id) : m_client.resumeJob(id));
    };
    const QString name = jobs.front().name;
    const int count = int(ids.size());
    QString text;
    if (count == 1)
        text = (paused ? tr("Pause “%1”") : tr("Resume “%1”")).arg(name);
    else
        text = paused ? tr("Pause %n job(s)", "", count) : tr("Resume %n job(s)", "", count);
    request(paused);
    push(
        text, [request, paused] { request(!paused); }, [request, paused] { request(paused); });
}

void JobCommands::duplicate(const Job &job)
{
    Job copy = job;
    copy.id = {};
    copy.name = tr("%1 (copy)").arg(job.name);
    m_client.addJob(copy).then(this, [this, name = job.name](const Result<Job> &result) {
        if (!result) {
            emit failed(result.error().message);
            return;
        }
        const Job &made = *result; // the steps below keep copies
        push(
            tr("Duplicate “%1”").arg(name), [this, made] { report(m_client.removeJob(made.id)); },
            [this, made] { add(made); });
        emit added(made.id);
    });
}

void JobCommands::add(const Job &job)
{
    report(m_client.addJob(job));
}

void JobCommands::remove(const std::vector<Job> &jobs)
{
    if (jobs.empty())
        return;
    QList<QFuture<Result<>>> answers;
    for (const Job &job : jobs)
        answers << m_client.removeJob(job.id);
    QtFuture::whenAll(answers.begin(), answers.end())
        .then(this, [this, jobs](const QList<QFuture<Result<>>> &results) {
            std::vector<Job> gone;
            for (qsizetype i = 0; i < results.size(); ++i) {
                const Result<> result = results.at(i).result();
                if (result)
                    gone.push_back(jobs[size_t(i)]);
                else
                    emit failed(result.error().message);
            }
            if (gone.empty())
                return;
            const int count = int(gone.size());
            const QString name = gone.front().name;
            const QString text =
                count == 1 ? tr("Delete “%1”").arg(name) : tr("Delete %n job(s)", "", count);
            const auto restore = [this, gone] {
                for (const Job &job : gone)
                    add(job);
            };
            const auto removeAgain = [this, gone] {
                for (const Job &job : gone)
                    report(m_client.removeJob(job.id));
            };
            push(text, restore, removeAgain);
            emit removed(count == 1 ? tr("Deleted “%1”").arg(name)
                                    : tr("Deleted %n job(s)", "", count));
        });
}

void JobCommands::noteSaved(const Job &before, const Job &after)
{
    if (before.id.text.isEmpty()) {
        push(
            tr("Create “%1”").arg(after.name),
            [this, after] { report(m_client.removeJob(after.id)); }, [this, after] { add(after); });
        emit added(after.id);
        return;
    }
    push(
        tr("Edit “%1”").arg(after.name), [this, before] { report(m_client.changeJob(before)); },
        [this, after] { report(m_client.changeJob(after)); });
}

} // namespace carillon::ui
