// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/processtree.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <algorithm>
#include <set>
#include <thread>

using namespace std::chrono_literals;

namespace carillon {

ProcessTable::ProcessTable(std::vector<ProcessInfo> processes) : m_processes(std::move(processes))
{
    for (size_t index = 0; index < m_processes.size(); ++index) {
        const ProcessInfo &process = m_processes[index];
        m_byPid.emplace(process.pid, index);
        m_children[process.parent].push_back(index);
        m_groups[process.group].push_back(index);
        if (process.session != process.group)
            m_groups[process.session].push_back(index);
        if (process.mark != 0)
            m_marks[qint64(process.mark)].push_back(index);
    }
    qint64 pid = QCoreApplication::applicationPid();
    while (pid > 0 && !isAncestor(pid)) {
        m_ancestors.push_back(pid);
        const ProcessInfo *const process = find(pid);
        pid = process ? process->parent : 0;
    }
}

const ProcessInfo *ProcessTable::find(qint64 pid) const
{
    const auto found = m_byPid.find(pid);
    return found == m_byPid.end() ? nullptr : &m_processes[found->second];
}

bool ProcessTable::isAncestor(qint64 pid) const
{
    return std::find(m_ancestors.begin(), m_ancestors.end(), pid) != m_ancestors.end();
}

const ProcessTable::Indexes &ProcessTable::marked(ProcessMark mark) const
{
    return at(m_marks, qint64(mark));
}

const ProcessTable::Indexes &ProcessTable::at(const Index &index, qint64 key)
{
    static const Indexes none;
    const auto found = index.find(key);
    return found == index.end() ? none : found->second;
}

void ProcessTree::update(const ProcessTable &table)
{
    for (Member &member : m_members) {
        const ProcessInfo *const found = table.find(member.process.pid);
        const bool isSame = found && found->startTime == member.process.startTime;
        member.isAlive = isSame && !found->isZombie;
        if (isSame)
            member.process = *found; // it may have moved to another session
    }
    for (size_t before = m_members.size() + 1; before != m_members.size();) {
        before = m_members.size();
        find(table);
    }
}

void ProcessTree::find(const ProcessTable &table)
{
    const ProcessInfo *const root = table.find(m_root.pid);
    if (root && root->startTime == m_root.startTime)
        add(table, size_t(root - table.processes().data()));
    for (const size_t index : table.marked(m_mark))
        add(table, index);
    if (leadsGroup()) {
        for (const size_t index : table.groupOf(m_root.pid))
            add(table, index);
    }
    for (size_t i = 0; i < m_members.size(); ++i) { // grows meanwhile
        if (!m_members[i].isAlive)
            continue;
        for (const size_t index : table.childrenOf(m_members[i].process.pid))
            add(table, index);
    }
}

void ProcessTree::add(const ProcessTable &table, size_t index)
{
    const ProcessInfo &process = table.processes().at(index);
    const auto isSame = [&process](const Member &member) {
        return member.process.pid == process.pid && member.process.startTime == process.startTime;
    };
    if (process.isZombie || table.isAncestor(process.pid) ||
        std::any_of(m_members.begin(), m_members.end(), isSame))
        return;
    m_members.push_back({process});
}

/// The root's number stands for its group and session as long as a member is in them; afterwards
/// the system may give it to a stranger.
bool ProcessTree::leadsGroup() const
{
    return m_root.pid > 0 &&
           std::any_of(m_members.begin(), m_members.end(), [this](const Member &member) {
               return member.isAlive &&
                      (member.process.group == m_root.pid || member.process.session == m_root.pid);
           });
}

bool ProcessTree::isEmpty() const
{
    return std::none_of(m_members.begin(), m_members.end(),
                        [](const Member &member) { return member.isAlive; });
}

void ProcessTree::terminate()
{
    for (Member &member : m_members) {
        if (member.isAlive && !std::exchange(member.wasAsked, true))
            signalProcess(member.process, StopSignal::Polite);
    }
}

void ProcessTree::kill()
{
    for (Member &member : m_members) {
        if (!member.isAlive)
            continue;
        signalProcess(member.process, StopSignal::Force);
        member.wasForced = true;
    }
}

int ProcessTree::ended() const
{
    return static_cast<int>(
        std::count_if(m_members.begin(), m_members.end(), [](const Member &member) {
            return !member.isAlive && (member.wasAsked || member.wasForced);
        }));
}

int ProcessTree::forced() const
{
    return static_cast<int>(
        std::count_if(m_members.begin(), m_members.end(),
                      [](const Member &member) { return !member.isAlive && member.wasForced; }));
}

void endByForce(std::vector<ProcessTree *> trees)
{
    for (const QDeadlineTimer limit(10s); !trees.empty() && !limit.hasExpired();) {
        const ProcessTable table = ProcessTable::read();
        std::erase_if(trees, [&table](ProcessTree *tree) {
            tree->update(table);
            tree->kill();
            return tree->isEmpty();
        });
        if (!trees.empty())
            std::this_thread::sleep_for(1ms);
    }
}

namespace {

int endLeftoverTrees(std::vector<ProcessTree> &trees)
{
    std::vector<ProcessTree *> pointers;
    for (ProcessTree &tree : trees)
        pointers.push_back(&tree);
    endByForce(std::move(pointers));
    int ended = 0;
    for (const ProcessTree &tree : trees)
        ended += tree.ended();
    return ended;
}

} // namespace

int endLeftoversOfRuns(const std::vector<Run> &runs, const ProfileMarks &marks)
{
    const QString boot = bootName();
    std::vector<ProcessTree> trees;
    trees.reserve(runs.size());
    for (const Run &run : runs) {
        ProcessInfo root;
        if (run.process && !boot.isEmpty() && run.process->boot == boot)
            root = {.pid = run.process->pid, .startTime = run.process->startTime};
        trees.emplace_back(root, marks.ofRun(run.id));
    }
    return endLeftoverTrees(trees);
}

int endLeftoverWorkers(const ProfileMarks &marks)
{
    std::set<ProcessMark> workers;
    for (const ProcessInfo &process : listProcesses()) {
        if (marks.isWorker(process.mark))
            workers.insert(process.mark);
    }
    std::vector<ProcessTree> trees;
    for (const ProcessMark mark : workers)
        trees.emplace_back(ProcessInfo(), mark);
    return endLeftoverTrees(trees);
}

} // namespace carillon
