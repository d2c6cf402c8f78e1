// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/childprocess.h"
#include "core/executors/executoroptions.h"
#include "core/jobs/action.h"

#include <QLocalSocket>

namespace carillon {

/// A Python interpreter that runs resources/python/worker.py, and the connection to it.
class PythonProcess : public QObject
{
    Q_OBJECT

public:
    explicit PythonProcess(QObject *parent = nullptr);
    ~PythonProcess() override;

    /// Leads to started(), or to failedToStart(), perhaps at once. Fails with a sentence for the
    /// run's record.
    Result<> open(const ExecutorOptions &options, const PythonSurroundings &python);

    bool hasStarted() const { return m_child.hasStarted(); }

    /// A line without its end.
    void send(const QByteArray &request);
    /// The answers that have arrived, one at a time; empty if there is none.
    QByteArray takeAnswer();
    /// Reports what the interpreter has written until now.
    void drain() { m_child.drain(); }
    /// Has a look whether something arrived that was not reported yet.
    void look();

    /// Ends the interpreter's process tree as ChildProcess::end() does.
    void end(std::chrono::milliseconds patience) { m_child.end(patience); }

    /// Parts with the interpreter: it ends by itself when it sees its connection closed; if it does
    /// not, its tree is ended. Emits nothing any more and destroys itself in the end.
    void close();

    ChildProcess &child() { return m_child; }

signals:
    void started();
    void failedToStart(const QString &sentence);
    void answered();
    /// The interpreter is just ending, or a function closed descriptors that are not its own: no
    /// answer can come any more.
    void disconnected();
    void wroteOutput(const QByteArray &bytes);
    void wroteErrors(const QByteArray &bytes);
    void ended(const carillon::ProcessEnd &end);

private:
    ChildProcess m_child;
    QLocalSocket m_socket;
};

} // namespace carillon
