// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/dueindex.h"

#include <algorithm>
#include <queue>

namespace carillon {

namespace {

/// Half as deep as two, and the children of a node share a cache line or two.
constexpr size_t children = 4;

} // namespace

std::int32_t DueIndex::takeNumber()
{
    if (m_free < 0) {
        m_places.emplace_back();
        return std::int32_t(m_places.size() - 1);
    }
    const std::int32_t number = m_free;
    m_free = m_places[size_t(number)].slot;
    return number;
}

void DueIndex::update(IndexedJob &entry)
{
    if (!entry.job.next) {
        remove(entry);
        return;
    }
    const Instant start = startOf(entry.job, *entry.job.next);
    if (entry.number < 0) {
        entry.number = takeNumber();
        m_places[size_t(entry.number)] = {&entry, std::int32_t(m_heap.size())};
        m_heap.push_back({start, entry.order, entry.number});
    }
    const auto slot = size_t(m_places[size_t(entry.number)].slot);
    m_heap[slot].start = start;
    raise(slot);
    sink(size_t(m_places[size_t(entry.number)].slot));
}

void DueIndex::remove(IndexedJob &entry)
{
    if (entry.number < 0)
        return;
    Place &gone = m_places[size_t(entry.number)];
    const auto slot = size_t(gone.slot);
    gone = {nullptr, m_free};
    m_free = std::exchange(entry.number, -1);
    const Node last = m_heap.back();
    m_heap.pop_back();
    if (slot == m_heap.size())
        return;
    place(slot, last);
    raise(slot);
    sink(size_t(m_places[size_t(last.number)].slot));
}

std::optional<Instant> DueIndex::earliest() const
{
    return m_heap.empty() ? std::nullopt : std::optional(m_heap.front().start);
}

/// Finds all nodes that start at or before `now`, as they lie in the heap; false if there are more
/// than `most`.
bool DueIndex::findStarting(Instant now, size_t most) const
{
    m_found.clear();
    const auto look = [&](size_t slot) {
        if (slot < m_heap.size() && m_heap[slot].start <= now)
            m_found.push_back({m_heap[slot], slot});
    };
    look(0);
    for (size_t i = 0; i < m_found.size() && m_found.size() <= most; ++i) {
        const size_t firstChild = children * m_found[i].slot + 1;
        for (size_t child = firstChild; child < firstChild + children; ++child)
            look(child);
    }
    return m_found.size() <= most;
}

/// Finds the first `most` that start at or before `now`, in their order.
void DueIndex::findFirstStarting(Instant now, size_t most) const
{
    m_found.clear();
    const auto isLater = [this](size_t a, size_t b) { return m_heap[b].isBefore(m_heap[a]); };
    std::priority_queue<size_t, std::vector<size_t>, decltype(isLater)> open(isLater);
    const auto look = [&](size_t slot) {
        if (slot < m_heap.size() && m_heap[slot].start <= now)
            open.push(slot);
    };
    for (look(0); !open.empty() && m_found.size() < most;) {
        const size_t slot = open.top();
        open.pop();
        m_found.push_back({m_heap[slot], slot});
        for (size_t child = children * slot + 1; child <= children * (slot + 1); ++child)
            look(child);
    }
}

std::vector<const Job *> DueIndex::dueAt(Instant now, int most) const
{
    const auto limit = size_t(std::max(most, 0));
    if (!findStarting(now, limit))
        findFirstStarting(now, limit);
    // From here on `start` is the due time, which with jitter is not when the run starts.
    const auto jobOf = [this](const Found &each) {
        return &m_places[size_t(each.node.number)].entry->job;
    };
    for (Found &each : m_found)
        each.node.start = *jobOf(each)->next;
    std::sort(m_found.begin(), m_found.end(),
              [](const Found &a, const Found &b) { return a.node.isBefore(b.node); });
    std::vector<const Job *> due(m_found.size());
    std::transform(m_found.begin(), m_found.end(), due.begin(), jobOf);
    return due;
}

void DueIndex::place(size_t slot, const Node &node)
{
    m_heap[slot] = node;
    m_places[size_t(node.number)].slot = std::int32_t(slot);
}

void DueIndex::raise(size_t slot)
{
    const Node node = m_heap[slot];
    while (slot > 0) {
        const size_t parent = (slot - 1) / children;
        if (!node.isBefore(m_heap[parent]))
            break;
        place(slot, m_heap[parent]);
        slot = parent;
    }
    place(slot, node);
}

void DueIndex::sink(size_t slot)
{
    const Node node = m_heap[slot];
    for (;;) {
        const size_t begin = children * slot + 1;
        const size_t end = std::min(begin + children, m_heap.size());
        if (begin >= end)
            break;
        size_t first = begin;
        for (size_t child = begin + 1; child < end; ++child) {
            if (m_heap[child].isBefore(m_heap[first]))
                first = child;
        }
        if (!m_heap[first].isBefore(node))
            break;
        place(slot, m_heap[first]);
        slot = first;
    }
    place(slot, node);
}

} // namespace carillon
