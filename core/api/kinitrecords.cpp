// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/kinitrecords.h"

#include "core/api/kinitobjects.h"
#include "core/scheduler/scheduler.h"

#include <QTimer>

namespace carillon {

namespace {

constexpr int runsAtATime = 500;
constexpr int mostLookedAt = 50'000;

} // namespace

KinitRecords::KinitRecords(const Scheduler &scheduler, const KinitDesk &desk, KinitFilter filter,
                           Reply reply, QObject *parent)
    : QObject(parent),
      m_scheduler(scheduler),
      m_filter(std::move(filter)),
      m_reply(std::move(reply)),
      m_refusals(desk.refusals())
{
    m_query.limit = runsAtATime;
}

void KinitRecords::begin()
{
    lookOn();
}

void KinitRecords::lookOn()
{
    const auto runs = m_scheduler.runs(m_query);
    if (!runs)
        return finish(runs.error());
    for (const Run &run : *runs)
        take(run);
    m_looked += int(runs->size());
    if (int(runs->size()) < runsAtATime || m_looked >= mostLookedAt) {
        takeRefusals({});
        return finish(m_page);
    }
    m_query.before = runs->back().id;
    QTimer::singleShot(0, this, &KinitRecords::lookOn);
}

void KinitRecords::take(const Run &run)
{
    if (run.isActive())
        return;
    takeRefusals(kinitRecordTime(run));
    if (!KinitFilter::fits(m_filter.name, run.jobName) ||
        !KinitFilter::fits(m_filter.job, kinitTaskId(run.job)))
        return;
    count([this, &run] {
        auto overview = m_scheduler.overview(run.job);
        if (!overview)
            overview = m_scheduler.overview(JobId{kinitTaskId(run.job)});
        return kinitRecord(run, overview ? &overview->job : nullptr);
    });
}

/// Those that were written then or later; all that are left if it is nothing.
void KinitRecords::takeRefusals(std::optional<Instant> since)
{
    while (!m_refusals.empty() && (!since || m_refusals.front().at >= *since)) {
        const KinitDesk::Refusal refusal = std::move(m_refusals.front());
        m_refusals.pop_front();
        const QString id = refusal.message.job.text;
        if (KinitFilter::fits(m_filter.name, id) && KinitFilter::fits(m_filter.job, id))
            count([&refusal] { return kinitRecord(refusal); });
    }
}

template <typename Written>
void KinitRecords::count(Written write)
{
    const qsizetype place = m_count++;
    if (place >= m_filter.begin() && place < m_filter.end())
        m_page.append(write());
}

void KinitRecords::finish(const Result<QJsonArray> &page)
{
    m_reply(page, m_count);
    deleteLater();
}

} // namespace carillon
