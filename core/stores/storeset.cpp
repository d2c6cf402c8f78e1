// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/storeset.h"

#include "core/stores/storeerrors.h"
#include "core/util/logging.h"

#include <QHash>

#include <algorithm>

namespace carillon {

// ---- The jobs of all

const Job *StoreSet::Jobs::find(const JobId &id) const
{
    for (const Member &member : m_members) {
        if (const Job *job = member.store->jobs().find(id))
            return job;
    }
    return nullptr;
}

std::vector<const Job *> StoreSet::Jobs::all() const
{
    std::vector<const Job *> all = m_members.front().store->jobs().all();
    for (size_t i = 1; i < m_members.size(); ++i) {
        const auto more = m_members[i].store->jobs().all();
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

int StoreSet::Jobs::count() const
{
    int count = 0;
    for (const Member &member : m_members)
        count += member.store->jobs().count();
    return count;
}

std::vector<const Job *> StoreSet::Jobs::dueJobs(Instant now, int most) const
{
    std::vector<const Job *> due = m_members.front().store->jobs().dueJobs(now, most);
    for (size_t i = 1; i < m_members.size(); ++i) {
        const auto more = m_members[i].store->jobs().dueJobs(now, most);
        const auto middle = due.insert(due.end(), more.begin(), more.end());
        std::inplace_merge(due.begin(), middle, due.end(),
                           [](const Job *a, const Job *b) { return *a->next < *b->next; });
    }
    due.resize(std::min(due.size(), size_t(std::max(most, 0))));
    return due;
}

std::optional<Instant> StoreSet::Jobs::nextDue() const
{
    std::optional<Instant> earliest;
    for (const Member &member : m_members) {
        const auto next = member.store->jobs().nextDue();
        if (next && (!earliest || *next < *earliest))
            earliest = next;
    }
    return earliest;
}

// ---- The set

/// What each member is to commit, in their order; and, after all that, to lose because it has
/// moved to another one.
struct StoreSet::Parts
{
    explicit Parts(size_t count) : changes(count), moved(count) {}

    std::vector<Changes> changes;
    std::vector<Changes> moved;
};

StoreSet::StoreSet(std::vector<Member> members) : m_members(std::move(members)), m_jobs(m_members)
{
}

Result<std::unique_ptr<StoreSet>> StoreSet::create(std::vector<Member> members)
{
    Q_ASSERT(!members.empty());
    std::unique_ptr<StoreSet> set(new StoreSet(std::move(members)));
    if (const auto mended = set->mend(); !mended)
        return mended.error();
    return set;
}

QStringList StoreSet::aliases() const
{
    QStringList aliases;
    for (const Member &member : m_members)
        aliases.append(member.alias);
    return aliases;
}

qsizetype StoreSet::indexOf(const QString &alias) const
{
    const auto found = std::find_if(m_members.begin(), m_members.end(),
                                    [&](const Member &each) { return each.alias == alias; });
    return found == m_members.end() ? -1 : found - m_members.begin();
}

bool StoreSet::concernsFirstOnly(const Changes &changes) const
{
    return std::all_of(m_members.begin() + 1, m_members.end(),
                       [](const Member &each) { return each.store->jobs().count() == 0; }) &&
           std::all_of(changes.jobs.begin(), changes.jobs.end(),
                       [this](const Job &job) { return job.jobStore == m_members.front().alias; });
}

Result<StoreSet::Parts> StoreSet::split(const Changes &changes) const
{
    Parts parts(m_members.size());
    QHash<JobId, qsizetype> placed;
    for (const Job &job : changes.jobs) {
        const auto index = indexOf(job.jobStore);
        if (index < 0)
            return storeerrors::noSuchStore(job.jobStore, aliases());
        parts.changes[size_t(index)].jobs.push_back(job);
        placed.insert(job.id, index);
        for (size_t i = 0; i < m_members.size(); ++i) {
            if (qsizetype(i) != index && m_members[i].store->jobs().find(job.id))
                parts.moved[i].removedJobs.push_back(job.id);
        }
    }
    const auto placeOf = [&](const JobId &id) {
        if (const auto known = placed.constFind(id); known != placed.constEnd())
            return size_t(*known);
        size_t at = m_members.size() - 1;
        while (at > 0 && !m_members[at].store->jobs().find(id))
            --at;
        return at;
    };
    for (const JobId &id : changes.removedJobs)
        parts.changes[placeOf(id)].removedJobs.push_back(id);
    for (const JobAdvance &advance : changes.advances)
        parts.changes[placeOf(advance.job)].advances.push_back(advance);
    Changes &first = parts.changes.front();
    first.newRuns = changes.newRuns;
    first.changedRuns = changes.changedRuns;
    first.removedRuns = changes.removedRuns;
    first.droppedTails = changes.droppedTails;
    first.clock = changes.clock;
    return parts;
}

Result<> StoreSet::commit(const Changes &changes)
{
    if (concernsFirstOnly(changes))
        return first().commit(changes);
    const auto parts = split(changes);
    if (!parts)
        return parts.error();
    for (const auto *phase : {&parts->changes, &parts->moved}) {
        for (size_t i = 0; i < m_members.size(); ++i) {
            if (phase->at(i).isEmpty())
                continue;
            if (const auto committed = m_members[i].store->commit(phase->at(i)); !committed)
                return committed;
        }
    }
    return {};
}

Result<> StoreSet::mend()
{
    Parts parts(m_members.size());
    QHash<JobId, std::pair<size_t, Instant>> seen;
    for (size_t i = 0; i < m_members.size(); ++i) {
        for (const Job *job : m_members[i].store->jobs().all()) {
            const auto other = seen.constFind(job->id);
            if (other != seen.constEnd()) {
                const size_t loser = job->changed > other->second ? other->first : i;
                log::store().warn("job {} was in two stores; the older one is removed",
                                  job->id.text);
                parts.moved[loser].removedJobs.push_back(job->id);
                if (loser == i)
                    continue;
            }
            seen.insert(job->id, {i, job->changed});
            // What cannot be read names no store, and must stay as it is.
            if (job->jobStore == m_members[i].alias || !job->problem.isEmpty())
                continue;
            parts.changes[i].jobs.push_back(*job);
            parts.changes[i].jobs.back().jobStore = m_members[i].alias;
        }
    }
    for (size_t i = 0; i < m_members.size(); ++i) {
        for (const Changes *each : {&parts.changes[i], &parts.moved[i]}) {
            if (each->isEmpty())
                continue;
            if (const auto committed = m_members[i].store->commit(*each); !committed)
                return committed;
        }
    }
    return {};
}

} // namespace carillon
