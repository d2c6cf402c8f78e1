// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/treepursuit.h"

#include "core/executors/childprocess.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace carillon {

namespace {

constexpr std::chrono::milliseconds leastInterval = 20ms;
/// Gathers those that end at nearly the same time.
constexpr std::chrono::milliseconds gathering = 2ms;

} // namespace

std::shared_ptr<TreePursuit> TreePursuit::ofThisThread()
{
    thread_local std::weak_ptr<TreePursuit> current;
    std::shared_ptr<TreePursuit> pursuit = current.lock();
    if (!pursuit) {
        pursuit = std::shared_ptr<TreePursuit>(new TreePursuit);
        current = pursuit;
    }
    return pursuit;
}

TreePursuit::TreePursuit()
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &TreePursuit::goRound);
}

void TreePursuit::add(ChildProcess &child)
{
    m_children.push_back(&child);
    if (!m_timer.isActive() || m_timer.remainingTime() > 0)
        m_timer.start(0ms);
}

void TreePursuit::remove(ChildProcess &child)
{
    std::erase(m_children, &child);
}

void TreePursuit::hasten()
{
    if (!m_timer.isActive() || m_timer.remainingTime() > gathering.count())
        m_timer.start(gathering);
}

void TreePursuit::goRound()
{
    const std::shared_ptr<TreePursuit> self = ofThisThread(); // the last child may let go of us
    const auto before = std::chrono::steady_clock::now();
    const ProcessTable table = ProcessTable::read();
    std::vector<ChildProcess *> done;
    for (ChildProcess *const child : m_children) {
        if (child->pursue(table))
            done.push_back(child);
    }
    for (ChildProcess *const child : done) {
        // Who hears of one end may destroy another.
        if (std::erase(m_children, child) > 0)
            child->tellEnd();
    }
    // On a machine so crowded that a look takes long, take it easy.
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - before);
    if (!m_children.empty())
        m_timer.start(std::max(leastInterval, 4 * took));
}

} // namespace carillon
