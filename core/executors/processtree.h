// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/processmark.h"
#include "core/jobs/run.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace carillon {

/// A process as the system lists it. Its number alone may be reused, with its start time it is
/// unique until the next boot.
struct ProcessInfo
{
    qint64 pid = 0;
    qint64 parent = 0;
    qint64 group = 0;
    qint64 session = 0;
    qint64 startTime = 0;  ///< in the system's own units
    bool isZombie = false; ///< has ended; only its parent has not noticed
    ProcessMark mark = 0;
};

enum class StopSignal { Polite, Force };

// What each system does in its own way: processtree_linux.cpp, …_macos.cpp, …_windows.cpp.

/// All processes of the machine, or at least those that may belong to runs.
std::vector<ProcessInfo> listProcesses();
/// As much as the system tells of one process; nothing if there is none.
std::optional<ProcessInfo> lookUpProcess(qint64 pid);
/// Does nothing if that process has ended, even if its number is another's by now.
void signalProcess(const ProcessInfo &process, StopSignal signal);
/// Names the boot of the machine; empty where there is no such name.
QString bootName();

/// All processes at one moment, as quick to search as they are to read.
class ProcessTable
{
public:
    explicit ProcessTable(std::vector<ProcessInfo> processes);
    static ProcessTable read() { return ProcessTable(listProcesses()); }

    const std::vector<ProcessInfo> &processes() const { return m_processes; }
    const ProcessInfo *find(qint64 pid) const;
    /// This program itself, its parent and so on.
    bool isAncestor(qint64 pid) const;

    using Indexes = std::vector<size_t>;
    const Indexes &childrenOf(qint64 pid) const { return at(m_children, pid); }
    /// The members of the process group or session of that number.
    const Indexes &groupOf(qint64 number) const { return at(m_groups, number); }
    const Indexes &marked(ProcessMark mark) const;

private:
    using Index = std::unordered_map<qint64, Indexes>;
    static const Indexes &at(const Index &index, qint64 key);

    std::vector<ProcessInfo> m_processes;
    std::unordered_map<qint64, size_t> m_byPid;
    Index m_children;
    Index m_groups;
    Index m_marks;
    std::vector<qint64> m_ancestors;
};

/// A process and everything that came from it: children and their children, members of its
/// process group and session, and whoever carries its mark.
class ProcessTree
{
public:
    /// `root` needs only its number and start time; without a number there is only the mark to go
    /// by.
    ProcessTree(const ProcessInfo &root, ProcessMark mark) : m_root(root), m_mark(mark) {}

    /// Looks for new members, and for members that have ended since.
    void update(const ProcessTable &table);

    /// Nobody is alive.
    bool isEmpty() const;

    /// Asks those members to end that have not been asked yet; wakes the ones that are halted.
    void terminate();
    /// Ends all members by force.
    void kill();

    /// How many of those told to end have ended, and how many of these were forced.
    int ended() const;
    int forced() const;

private:
    struct Member
    {
        ProcessInfo process;
        bool isAlive = true;
        bool wasAsked = false;
        bool wasForced = false;
    };

    void find(const ProcessTable &table);
    void add(const ProcessTable &table, size_t index);
    bool leadsGroup() const;

    ProcessInfo m_root;
    ProcessMark m_mark;
    std::vector<Member> m_members;
};

/// Ends the trees by force and returns when nothing is left of them, or after ten seconds: what is
/// stuck in the kernel cannot die. Blocks.
void endByForce(std::vector<ProcessTree *> trees);

/// Ends what is left of runs of an earlier life; see Executor::endLeftovers. Blocks.
int endLeftoversOfRuns(const std::vector<Run> &runs, const ProfileMarks &marks);
/// The same for the profile's workers, whichever runs they served.
int endLeftoverWorkers(const ProfileMarks &marks);

} // namespace carillon
