// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/clockkeeper.h"

#include "core/scheduler/jobplanning.h"
#include "core/stores/jobstore.h"
#include "core/triggers/anchoring.h"
#include "core/util/logging.h"

namespace carillon {

namespace {

constexpr Duration recordPeriod = std::chrono::seconds(1);
constexpr Duration idleRecordPeriod = std::chrono::seconds(30);

double inSeconds(Duration length)
{
    return double(length.count()) / 1e6;
}

/// Whether somebody gave that time, instead of the trigger.
bool isExplicit(const Job &job)
{
    return job.trigger->first(*job.next) != job.next;
}

} // namespace

std::optional<Job> afterSettingBack(const Job &job, Duration step, Instant now)
{
    if (!job.trigger || !job.next || isExplicit(job))
        return {};
    const Instant next = *job.next;
    const Instant earliest = earliestInstant + step < next ? next - step : earliestInstant;
    const bool hasPrevious = job.trigger->first(earliestInstant) < next;
    const bool isPreviousNear = job.trigger->first(earliest) < next;
    if (hasPrevious && !isPreviousNear)
        return {};
    Job anew = job;
    if (auto anchored = anchoredAnew(*job.trigger, now)) {
        anew.trigger = *std::move(anchored);
        anew.changed = now; // an open start is the one of the moment of definition
    }
    anew = planned(std::move(anew), now);
    return anew == job ? std::nullopt : std::optional(anew);
}

ClockKeeper::ClockKeeper(const Clock &clock) : m_clock(clock), m_watch(readingOf(clock)) {}

void ClockKeeper::takeOver(const ClockRecord &record)
{
    const Instant now = m_clock.now();
    m_current.epoch = record.epoch;
    m_recorded = record;
    if (record.lastSeen == ClockRecord().lastSeen)
        return; // never recorded
    if (record.lastSeen - now > ClockWatch::tolerance)
        setBack(record.lastSeen - now);
    else
        m_absences.add(Absence::NotRunning, record.lastSeen, now);
}

void ClockKeeper::look()
{
    const ClockNews news = m_watch.look(readingOf(m_clock));
    if (news.slept > Duration::zero()) {
        log::scheduler().info("the computer slept for {:.0f} s", inSeconds(news.slept));
        m_absences.add(Absence::Asleep, news.before.wall, news.before.wall + news.slept);
    }
    if (news.unwatched > Duration::zero())
        m_absences.add(Absence::Busy, news.before.wall, news.before.wall + news.unwatched);
    if (news.step == Duration::zero())
        return;
    log::scheduler().warn("the clock was set {} by {:.1f} s",
                          news.step > Duration::zero() ? "forward" : "back",
                          std::abs(inSeconds(news.step)));
    m_lastStep = {news.now, news.step};
    if (news.step > Duration::zero())
        m_absences.add(Absence::ClockSet, news.now - news.step, news.now);
    else
        setBack(-news.step);
}

void ClockKeeper::setBack(Duration by)
{
    m_back += by;
    ++m_current.epoch;
}

void ClockKeeper::planAnew(const JobStore &jobs, Changes &changes) const
{
    for (const Job *job : jobs.all()) {
        if (auto anew = afterSettingBack(*job, m_back, m_clock.now())) {
            log::scheduler().info("{} is planned anew from now on", job->id.text);
            changes.jobs.push_back(*std::move(anew));
        }
    }
}

std::optional<ClockRecord> ClockKeeper::toRecord(bool besideOthers) const
{
    if (wasSetBack())
        return {};
    const ClockRecord record = this->record();
    if (m_recorded && m_recorded->epoch == record.epoch) {
        const Duration age = record.lastSeen - m_recorded->lastSeen;
        const Duration period = besideOthers ? recordPeriod : idleRecordPeriod;
        if (age >= Duration::zero() && age < period)
            return {};
    }
    return record;
}

void ClockKeeper::recorded(const ClockRecord &record)
{
    m_recorded = record;
}

void ClockKeeper::plannedAnew(const ClockRecord &record)
{
    m_recorded = record;
    m_back = Duration::zero();
}

} // namespace carillon
