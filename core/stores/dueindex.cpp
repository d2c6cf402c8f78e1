// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/dueindex.h"

#include <algorithm>

namespace carillon {

void DueIndex::update(IndexedJob &entry)
{
    if (!entry.job.next) {
        remove(entry);
        return;
    }
    const Instant start = startOf(entry.job, *entry.job.next);
    if (entry.slot < 0) {
        entry.slot = qsizetype(m_heap.size());
        m_heap.push_back({start, &entry});
    }
    m_heap[size_t(entry.slot)].start = start;
    raise(entry.slot);
    sink(entry.slot);
}

void DueIndex::remove(IndexedJob &entry)
{
    if (entry.slot < 0)
        return;
    const qsizetype slot = entry.slot;
    entry.slot = -1;
    const Node last = m_heap.back();
    m_heap.pop_back();
    if (last.entry == &entry)
        return;
    place(slot, last);
    raise(slot);
    sink(last.entry->slot);
}

std::optional<Instant> DueIndex::earliest() const
{
    return m_heap.empty() ? std::nullopt : std::optional(m_heap.front().start);
}

std::vector<const Job *> DueIndex::dueAt(Instant now) const
{
    std::vector<const Job *> due;
    std::vector<size_t> open{0};
    while (!open.empty()) {
        const size_t slot = open.back();
        open.pop_back();
        if (slot >= m_heap.size() || m_heap[slot].start > now)
            continue; // what lies below is later still
        due.push_back(&m_heap[slot].entry->job);
        open.push_back(2 * slot + 1);
        open.push_back(2 * slot + 2);
    }
    std::sort(due.begin(), due.end(), [](const Job *a, const Job *b) {
        return a->next != b->next ? *a->next < *b->next : a->id < b->id;
    });
    return due;
}

void DueIndex::place(qsizetype slot, const Node &node)
{
    m_heap[size_t(slot)] = node;
    node.entry->slot = slot;
}

void DueIndex::raise(qsizetype slot)
{
    const Node node = m_heap[size_t(slot)];
    while (slot > 0) {
        const qsizetype parent = (slot - 1) / 2;
        if (m_heap[size_t(parent)].start <= node.start)
            break;
        place(slot, m_heap[size_t(parent)]);
        slot = parent;
    }
    place(slot, node);
}

void DueIndex::sink(qsizetype slot)
{
    const Node node = m_heap[size_t(slot)];
    const auto size = qsizetype(m_heap.size());
    for (qsizetype child = 2 * slot + 1; child < size; child = 2 * slot + 1) {
        if (child + 1 < size && m_heap[size_t(child + 1)].start < m_heap[size_t(child)].start)
            ++child;
        if (node.start <= m_heap[size_t(child)].start)
            break;
        place(slot, m_heap[size_t(child)]);
        slot = child;
    }
    place(slot, node);
}

} // namespace carillon
