// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/pythonexecutor.h"
#include "core/executors/recorder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace carillon {

/// A workspace and what calls its functions with a real interpreter.
class PythonBench
{
public:
    explicit PythonBench(int maxWorkers = 1)
        : executor(ExecutorOptions{.workspace = folder.path(), .maxWorkers = maxWorkers}),
          recorder(executor)
    {
    }

    void write(const QString &name, const QByteArray &source) const
    {
        const QString path = folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(source);
    }
    RunId start(const Action &action)
    {
        const RunId run{++m_run};
        executor.start({.run = run, .job = {u"job"_qs}, .action = action});
        return run;
    }
    RunOutcome call(const Action &action)
    {
        const RunId run = start(action);
        recorder.waitFor(run.number);
        return recorder.outcomes.value(run.number, {.state = RunState::Queued});
    }
    RunOutcome call(const char *reference, const QJsonArray &arguments = {})
    {
        return call(PythonAction{QString::fromUtf8(reference), arguments});
    }
    QByteArray output() const { return recorder.output.value(m_run); }

    QTemporaryDir folder;
    PythonExecutor executor;
    Recorder recorder;

private:
    qint64 m_run = 0;
};

} // namespace carillon
