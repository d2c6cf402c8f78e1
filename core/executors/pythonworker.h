// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/childprocess.h"
#include "core/executors/countdown.h"
#include "core/executors/executoroptions.h"

#include <QLocalSocket>

#include <memory>
#include <optional>

namespace carillon {

/// One Python interpreter that does calls, one at a time, and stays warm between them.
///
/// Talks to resources/python/worker.py over a socket pair. If a source file of the workspace has
/// changed since it was loaded, the interpreter is replaced before the call. A worker whose
/// interpreter has ended is of no further use.
class PythonWorker : public QObject
{
    Q_OBJECT

public:
    explicit PythonWorker(const ExecutorOptions &options, QObject *parent = nullptr);
    ~PythonWorker() override;

    /// Starts the interpreter; fails with a sentence for the run's record.
    Result<> open();

    /// Only while idle. Leads to started() and finished(). After a call for `processpool` the
    /// worker is of no further use either.
    void call(const RunRequest &request);

    /// Ends the call, and the interpreter with its whole process tree.
    void stop(RunState state);

    bool isUsable() const { return m_child != nullptr; }
    bool isIdle() const { return m_child && !m_request; }
    const std::optional<RunRequest> &request() const { return m_request; }

    /// Lets the interpreter end by itself, as it should once its connection is closed; if it does
    /// not, its tree is ended.
    void close();

signals:
    void started(carillon::RunId run);
    void wroteOutput(carillon::RunId run, const QByteArray &bytes);
    void wroteErrors(carillon::RunId run, const QByteArray &bytes);
    void finished(carillon::RunId run, const carillon::RunOutcome &outcome);
    /// The interpreter has ended between two calls.
    void lost();

private:
    void connectChild();
    void send();
    void readAnswers();
    void handle(const QJsonObject &answer);
    void replace();
    void connectionLost();
    void childEnded(const ProcessEnd &end);
    void finish(const RunOutcome &outcome);
    ChildProcess *release();

    ExecutorOptions m_options;
    ChildProcess *m_child = nullptr; ///< guest of our parent, so that it may outlive us
    std::unique_ptr<QLocalSocket> m_socket;
    std::optional<RunRequest> m_request;
    std::optional<RunState> m_stopped;
    std::optional<RunOutcome> m_answer; ///< while the last output is fetched
    bool m_isAnnounced = false;         ///< started() was emitted for this call
    QString m_problem;                  ///< why the interpreter did not start
    Countdown m_limit;
};

} // namespace carillon
