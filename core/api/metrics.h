// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduler/scheduler.h"

#include <array>
#include <map>

namespace carillon {

class JobAnswers;

/// What is counted for Prometheus.
class Metrics : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    Metrics(const Scheduler &scheduler, JobAnswers &jobs, QObject *parent = nullptr);

    void countAnswer(int status) { ++m_answers[status]; }

    /// In the text format of Prometheus.
    QByteArray text() const;

private:
    const Scheduler &m_scheduler;
    JobAnswers &m_jobs;
    std::map<int, qint64> m_answers;                                        ///< by status
    std::array<qint64, std::size_t(RunState::Interrupted) + 1> m_runs = {}; ///< ended, by state
};

} // namespace carillon
