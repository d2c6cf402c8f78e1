// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/schedulerevents.h"

#include "core/scheduler/thrownby.h"
#include "core/util/logging.h"

#include <algorithm>

namespace carillon {

namespace {

EventCode codeOfDecision(const Run &run)
{
    const Hindrance hindrance = run.facts ? run.facts->hindrance : Hindrance::None;
    if (run.isActive() || run.started) // it may be over already
        return EventCode::JobSubmitted;
    if (hindrance == Hindrance::Merged)
        return EventCode::JobCoalesced;
    if (run.state == RunState::Missed)
        return EventCode::JobMissed;
    const bool isFull = hindrance == Hindrance::Overlap || hindrance == Hindrance::QueueFull ||
                        hindrance == Hindrance::None;
    return isFull ? EventCode::JobMaxInstances : EventCode::RunSkipped;
}

SchedulerEvent eventOf(EventCode code, const Run &run, const QString &jobStore)
{
    SchedulerEvent event{code, {}, run.job, jobStore, run.id, run.cause, run.due};
    event.dueCount = run.dueCount;
    return event;
}

} // namespace

int SchedulerEvents::addListener(Listener listener, std::uint32_t mask)
{
    m_entries.push_back({++m_lastNumber, mask, std::move(listener)});
    m_mask |= mask;
    return m_lastNumber;
}

void SchedulerEvents::removeListener(int number)
{
    const auto isIt = [number](const Entry &entry) { return entry.number == number; };
    m_entries.erase(std::remove_if(m_entries.begin(), m_entries.end(), isIt), m_entries.end());
    m_mask = 0;
    for (const Entry &entry : m_entries)
        m_mask |= entry.mask;
}

void SchedulerEvents::send(const SchedulerEvent &event) const
{
    if (!wants(event.code))
        return;
    // A copy: a listener may add and remove listeners.
    const std::vector<Entry> entries = m_entries;
    for (const Entry &entry : entries) {
        if ((entry.mask & std::uint32_t(event.code)) == 0)
            continue;
        if (const auto thrown = thrownBy([&] { entry.listener(event); }))
            log::scheduler().error("a listener threw at event {}: {}", std::uint32_t(event.code),
                                   *thrown);
    }
}

void SchedulerEvents::send(EventCode code) const
{
    if (wants(code))
        send(SchedulerEvent{code});
}

void SchedulerEvents::sendAlias(EventCode code, const QString &alias) const
{
    if (wants(code))
        send(SchedulerEvent{code, alias});
}

void SchedulerEvents::sendJob(EventCode code, const JobId &job, const QString &jobStore) const
{
    if (wants(code))
        send(SchedulerEvent{code, {}, job, jobStore});
}

void SchedulerEvents::sendDecided(const Run &run, const QString &jobStore) const
{
    const EventCode code = codeOfDecision(run);
    if (!wants(code))
        return;
    SchedulerEvent event = eventOf(code, run, jobStore);
    if (run.due)
        event.scheduledRunTimes.append(*run.due);
    if (run.lastDue)
        event.scheduledRunTimes.append(*run.lastDue);
    send(event);
}

void SchedulerEvents::sendStarted(const Run &run, const QString &jobStore) const
{
    if (wants(EventCode::RunStarted))
        send(eventOf(EventCode::RunStarted, run, jobStore));
}

void SchedulerEvents::sendEnded(const Run &run, const QString &jobStore) const
{
    if (!run.started && (run.state == RunState::Missed || run.state == RunState::Skipped)) {
        sendDecided(run, jobStore);
        return;
    }
    const bool succeeded = run.state == RunState::Success;
    const EventCode code = succeeded ? EventCode::JobExecuted : EventCode::JobError;
    if (!wants(code))
        return;
    SchedulerEvent event = eventOf(code, run, jobStore);
    if (succeeded)
        event.returnValue = run.outcome.returnValue;
    else
        event.exception =
            run.outcome.exception.isEmpty() ? run.outcome.reason : run.outcome.exception;
    event.traceback = run.outcome.traceback;
    if (run.started && run.ended)
        event.duration = *run.ended - *run.started;
    send(event);
}

} // namespace carillon
