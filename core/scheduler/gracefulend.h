// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QTimer>

namespace carillon {

class Scheduler;

/// Leads a scheduler to its end: asks all runs to end, and ends by force what has not ended when
/// patience is over. `scheduler` must outlive it. Lives in the engine thread.
class GracefulEnd : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds usualPatience{10};

    explicit GracefulEnd(Scheduler &scheduler, std::chrono::milliseconds patience = usualPatience);

    /// The answer comes when nothing runs any more and that is recorded.
    QFuture<void> begin();
    /// Patience is over at once.
    void hurry();

private:
    void finish();

    Scheduler &m_scheduler;
    std::chrono::milliseconds m_patience;
    QTimer m_timer;
    QPromise<void> m_promise;
    bool m_finished = false;
};

} // namespace carillon
