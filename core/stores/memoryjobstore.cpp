// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/memoryjobstore.h"

namespace carillon {

const Job *MemoryJobStore::find(const JobId &id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &(*found)->job;
}

IndexedJob *MemoryJobStore::entry(const JobId &id)
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &**found;
}

std::vector<const Job *> MemoryJobStore::all() const
{
    std::vector<const Job *> jobs;
    jobs.reserve(m_jobs.size());
    for (const IndexedJob &each : m_jobs)
        jobs.push_back(&each.job);
    return jobs;
}

void MemoryJobStore::apply(const Changes &changes)
{
    for (const Job &job : changes.jobs)
        put(job);
    for (const JobId &id : changes.removedJobs)
        remove(id);
    for (const JobAdvance &each : changes.advances)
        advance(each.job, each.next);
}

IndexedJob &MemoryJobStore::put(Job job)
{
    IndexedJob *known = entry(job.id);
    if (!known) {
        known = &m_jobs.emplace_back(IndexedJob{{}, ++m_lastOrder});
        known->job.id = job.id;
        m_byId.insert(std::prev(m_jobs.end()));
    }
    IndexedJob &entry = *known;
    entry.job = std::move(job);
    m_due.update(entry);
    return entry;
}

void MemoryJobStore::remove(const JobId &id)
{
    const auto found = m_byId.find(id);
    if (found == m_byId.end())
        return;
    m_due.remove(**found);
    const Jobs::iterator entry = *found;
    m_byId.erase(found);
    m_jobs.erase(entry);
}

void MemoryJobStore::advance(const JobId &id, std::optional<Instant> next)
{
    const auto found = m_byId.find(id);
    if (found == m_byId.end())
        return;
    (*found)->job.next = next;
    m_due.update(**found);
}

} // namespace carillon
