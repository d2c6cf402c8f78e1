// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/joboverview.h"
#include "core/util/result.h"

#include <QFuture>
#include <QObject>
#include <QUndoStack>

#include <functional>

namespace carillon {
class SchedulerClient;
}

namespace carillon::ui {

/// What people do to jobs, each as a request to the scheduler; what changes a definition or a
/// pause can be undone. The stack takes a step once the scheduler has accepted it.
class JobCommands : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobCommands)

public:
    /// `client` must outlive it.
    explicit JobCommands(SchedulerClient &client, QObject *parent = nullptr);

    QUndoStack &undoStack() { return m_stack; }

    /// Asks through alongsideNeeded() where the overlap rule forbids it.
    void runNow(const JobId &id);
    void runAlongside(const JobId &id);
    void stop(const JobId &id);
    void setPaused(const std::vector<Job> &jobs, bool paused);
    void duplicate(const Job &job);
    void remove(const std::vector<Job> &jobs);
    /// An editor has added `after` (then `before` has an empty id) or changed `before` to it.
    void noteSaved(const Job &before, const Job &after);
    void setSchedulerPaused(bool paused);

signals:
    /// A request was refused; a sentence for people.
    void failed(const QString &message);
    void alongsideNeeded(const carillon::JobId &id, const QString &message);
    void added(const carillon::JobId &id);
    /// Jobs are gone; a sentence that says which, and that it can be undone.
    void removed(const QString &sentence);

private:
    using Action = std::function<void()>;

    void push(const QString &text, Action undo, Action redo);
    void add(const Job &job);
    template <typename T>
    void report(QFuture<Result<T>> answer);

    SchedulerClient &m_client;
    QUndoStack m_stack;
};

} // namespace carillon::ui
