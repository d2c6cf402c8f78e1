// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/jobanswers.h"

#include "core/api/apierror.h"
#include "core/api/jobobject.h"
#include "core/util/json.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

namespace carillon {

namespace {

constexpr int longestWriting = 4; // milliseconds, until others have their turn

} // namespace

JobAnswers::JobAnswers(const Scheduler &scheduler, QObject *parent)
    : QObject(parent),
      m_scheduler(scheduler)
{
    connect(&scheduler, &Scheduler::jobChanged, this, &JobAnswers::forget);
    connect(&scheduler, &Scheduler::jobRemoved, this, &JobAnswers::remove);
    connect(&scheduler, &Scheduler::runChanged, this, [this](const Run &run) { forget(run.job); });
}

/// Called for each job that the scheduler moves, so it does next to nothing for those not asked
/// for.
void JobAnswers::forget(const JobId &id)
{
    if (m_kept.isEmpty() && !m_isComplete)
        return;
    const auto found = m_kept.find(id);
    if (found == m_kept.end()) {
        if (!m_isComplete)
            return;
        m_kept.insert(id, {});
        m_unwritten.push_back(id);
    } else if (!found->text.isEmpty()) {
        found->text = QByteArray();
        if (m_isComplete)
            m_unwritten.push_back(id);
    }
    m_list = QByteArray();
}

void JobAnswers::remove(const JobId &id)
{
    m_kept.remove(id);
    m_list = QByteArray();
}

/// False if the job is gone: its last run may be told after it.
bool JobAnswers::write(const JobId &id, Kept &kept)
{
    const auto overview = m_scheduler.overview(id);
    if (!overview)
        return false;
    kept.isPending = m_scheduler.isPending(id);
    kept.next = nextStart(overview->job);
    kept.state = overview->state();
    kept.text = toJsonText(jobObject(*overview, kept.isPending));
    return true;
}

QByteArray JobAnswers::job(const JobId &id)
{
    const auto found = m_kept.constFind(id);
    if (found != m_kept.constEnd() && !found->text.isEmpty())
        return found->text;
    Kept kept;
    if (!write(id, kept))
        return {};
    const QByteArray text = kept.text;
    m_kept.insert(id, std::move(kept));
    return text;
}

void JobAnswers::enumerate()
{
    if (std::exchange(m_isComplete, true))
        return;
    for (const auto &ids : {m_scheduler.storedJobs(), m_scheduler.pendingJobs()}) {
        for (const JobId &id : ids) {
            if (m_kept[id].text.isEmpty())
                m_unwritten.push_back(id);
        }
    }
}

/// Whether all are written.
bool JobAnswers::writeSome()
{
    QElapsedTimer timer;
    timer.start();
    while (!m_unwritten.empty() && timer.elapsed() < longestWriting) {
        const JobId id = std::move(m_unwritten.back());
        m_unwritten.pop_back();
        const auto found = m_kept.find(id);
        if (found != m_kept.end() && found->text.isEmpty() && !write(id, *found))
            m_kept.erase(found);
    }
    return m_unwritten.empty();
}

QByteArray JobAnswers::joined() const
{
    using Entry = QHash<JobId, Kept>::const_iterator;
    std::vector<Entry> planned;
    planned.reserve(std::size_t(m_kept.size()));
    qsizetype size = 2;
    for (auto it = m_kept.constBegin(); it != m_kept.constEnd(); ++it) {
        size += it->text.size() + 1;
        if (!it->isPending)
            planned.push_back(it);
    }
    std::sort(planned.begin(), planned.end(), [](const Entry &a, const Entry &b) {
        if (a->next.has_value() != b->next.has_value())
            return a->next.has_value();
        return a->next != b->next ? a->next < b->next : a.key().text < b.key().text;
    });
    for (const JobId &id : m_scheduler.pendingJobs()) {
        if (const auto pending = m_kept.constFind(id); pending != m_kept.constEnd())
            planned.push_back(pending);
    }
    QByteArray text;
    text.reserve(size);
    text += '[';
    for (const Entry &entry : planned) {
        if (text.size() > 1)
            text += ',';
        text += entry->text;
    }
    return text += ']';
}

void JobAnswers::list(ApiReply reply)
{
    if (!m_list.isEmpty()) {
        reply(jsonResponse(m_list));
        return;
    }
    m_waiting.push_back(std::move(reply));
    if (m_waiting.size() == 1) {
        enumerate();
        goOn();
    }
}

void JobAnswers::goOn()
{
    if (!writeSome()) {
        QTimer::singleShot(0, this, &JobAnswers::goOn);
        return;
    }
    m_list = joined();
    const ApiResponse response = jsonResponse(m_list);
    for (const ApiReply &reply : std::exchange(m_waiting, {}))
        reply(response);
}

QHash<QString, int> JobAnswers::states()
{
    enumerate();
    QHash<QString, int> counts;
    for (const Kept &kept : std::as_const(m_kept))
        ++counts[jobStateWord(kept.state)];
    return counts;
}

} // namespace carillon
