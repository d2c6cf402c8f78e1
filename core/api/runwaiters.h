// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/run.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <vector>

namespace carillon {

class Scheduler;

/// Tells when runs have ended and that is on record.
class RunWaiters : public QObject
{
    Q_OBJECT

public:
    explicit RunWaiters(const Scheduler &scheduler, QObject *parent = nullptr);

    /// `ended` is called later, or now if it has ended already.
    void wait(RunId run, std::function<void(const Run &)> ended);

private:
    const Scheduler &m_scheduler;
    QHash<RunId, std::vector<std::function<void(const Run &)>>> m_waiting;
};

} // namespace carillon
