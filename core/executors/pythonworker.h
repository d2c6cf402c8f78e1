// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/countdown.h"
#include "core/executors/pythonanswer.h"
#include "core/executors/pythonprocess.h"

#include <optional>

namespace carillon {

/// One Python interpreter that does calls, one at a time, and stays warm between them.
///
/// If a source file it has loaded has changed since, the interpreter is replaced before the call. A
/// worker whose interpreter has ended is of no further use.
class PythonWorker : public QObject
{
    Q_OBJECT

public:
    PythonWorker(const ExecutorOptions &options, PythonSurroundings python,
                 QObject *parent = nullptr);

    /// Starts the interpreter; fails with a sentence for the run's record.
    Result<> open();

    /// Only while idle. Leads to started() and finished(); after a call that wanted a fresh
    /// interpreter the worker is of no further use either.
    void call(const PythonCall &call);

    /// Ends the call, and the interpreter with its whole process tree.
    void stop(RunState state);

    bool isUsable() const { return m_process != nullptr; }
    bool isIdle() const { return m_process && !m_call; }
    /// Of the interpreter, while there is one.
    std::optional<ProcessIdentity> identity() const
    {
        return m_process ? m_process->child().identity() : std::nullopt;
    }
    const std::optional<PythonCall> &currentCall() const { return m_call; }
    const PythonSurroundings &python() const { return m_python; }

    /// Lets the interpreter end.
    void close();

signals:
    void started(carillon::RunId run);
    void wroteOutput(carillon::RunId run, const QByteArray &bytes);
    void wroteErrors(carillon::RunId run, const QByteArray &bytes);
    void finished(carillon::RunId run, const carillon::PythonAnswer &answer);
    /// The interpreter has ended between two calls.
    void lost();

private:
    void listen();
    void announce();
    void readAnswers();
    void handle(const QByteArray &line);
    void replace();
    void connectionLost();
    void interpreterEnded(const ProcessEnd &end);
    void finish(const PythonAnswer &answer);

    ExecutorOptions m_options;
    PythonSurroundings m_python;
    PythonProcess *m_process = nullptr; ///< guest of our parent, as it may outlive us
    std::optional<PythonCall> m_call;
    std::optional<RunState> m_stopped;
    std::optional<PythonAnswer> m_answer; ///< while the last output is fetched
    bool m_isAnnounced = false;           ///< started() was emitted for this call
    QString m_problem;                    ///< why the interpreter did not start
    Countdown m_limit;
};

} // namespace carillon
