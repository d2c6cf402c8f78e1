// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/executor.h"

#include <QHash>
#include <QTest>

#include <memory>
#include <vector>

namespace carillon {

/// Keeps everything an executor reports, by run.
class Recorder : public QObject
{
public:
    explicit Recorder(Executor &executor)
    {
        connect(&executor, &Executor::started, this,
                [this](RunId run, const std::optional<ProcessIdentity> &process) {
                    started.push_back(run.number);
                    processes.insert(run.number, process);
                });
        connect(&executor, &Executor::wroteOutput, this,
                [this](RunId run, const QByteArray &bytes) { output[run.number] += bytes; });
        connect(&executor, &Executor::wroteErrors, this,
                [this](RunId run, const QByteArray &bytes) { errors[run.number] += bytes; });
        connect(&executor, &Executor::finished, this, [this](RunId run, const RunOutcome &outcome) {
            order.push_back(run.number);
            outcomes.insert(run.number, outcome);
        });
    }

    /// Lets the event loop run until the run has finished; false after 30 s.
    bool waitFor(qint64 run) const
    {
        return QTest::qWaitFor([this, run] { return outcomes.contains(run); }, 30'000);
    }
    /// Lets the event loop run until the run has written `text`; false after 30 s.
    bool waitForOutput(qint64 run, const QByteArray &text) const
    {
        return QTest::qWaitFor([&] { return output.value(run).contains(text); }, 30'000);
    }

    std::vector<qint64> started;
    QHash<qint64, std::optional<ProcessIdentity>> processes;
    std::vector<qint64> order; ///< of finished()
    QHash<qint64, QByteArray> output;
    QHash<qint64, QByteArray> errors;
    QHash<qint64, RunOutcome> outcomes;
};

} // namespace carillon

Q_DECLARE_METATYPE(carillon::RunState)
