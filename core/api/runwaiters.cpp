// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/runwaiters.h"

#include "core/scheduler/scheduler.h"

namespace carillon {

RunWaiters::RunWaiters(const Scheduler &scheduler, QObject *parent)
    : QObject(parent),
      m_scheduler(scheduler)
{
    connect(&scheduler, &Scheduler::runChanged, this, [this](const Run &run) {
        if (m_waiting.isEmpty() || run.isActive())
            return;
        for (const auto &ended : m_waiting.take(run.id))
            ended(run);
    });
}

void RunWaiters::wait(RunId id, std::function<void(const Run &)> ended)
{
    const auto run = m_scheduler.run(id);
    if (run && !run->isActive())
        ended(*run);
    else
        m_waiting[id].push_back(std::move(ended));
}

} // namespace carillon
