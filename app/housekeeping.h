// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backupprocess.h"
#include "core/stores/retention.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace carillon {

class Scheduler;

/// Looks after what piles up. Every hour it forgets the past beyond the limits, step by step and
/// when nothing falls due the next moment; and once a day it copies the databases, in a process of
/// their own. Failures go to the log and are tried again.
///
/// All references must outlive it. Lives in the engine thread; ends at once, and with it a copy
/// that is being made.
class Housekeeping : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Housekeeping)

public:
    struct Options
    {
        RetentionLimits limits = {};
        QStringList databases = {}; ///< to be copied every day
        QString copier = {};        ///< the program that does it, see BackupProcess
        std::chrono::milliseconds firstDelay = std::chrono::minutes(1); ///< start-up comes first
    };

    Housekeeping(const Clock &clock, Store &store, RunLogs &logs, const Scheduler &scheduler,
                 Options options);

    void start();

private:
    void work();
    bool isSomethingDueSoon() const;
    std::chrono::milliseconds prune();

    const Clock &m_clock;
    const Scheduler &m_scheduler;
    Options m_options;
    Retention m_retention;
    QTimer m_timer;
    bool m_isSweeping = false;
    int m_postponed = 0;
    BackupProcess m_backups;
};

} // namespace carillon
