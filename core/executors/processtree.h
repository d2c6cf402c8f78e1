// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
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
    quint64 startTime = 0; ///< in clock ticks since boot
    bool isZombie = false; ///< has ended; only its parent has not noticed
    QByteArray mark = {};  ///< the value of markVariable in its environment
};

/// All processes at one moment.
using ProcessTable = std::vector<ProcessInfo>;

/// The environment variable by which processes are found that left their parent and session.
extern const char markVariable[];

/// Reads the table from the system. Empty where there is no /proc.
ProcessTable readProcessTable();

/// A process and everything that came from it: children and their children, members of its
/// process group and session, and whoever carries its mark.
///
/// Where there is no /proc (macOS, Windows) it is the process group, or the process alone.
class ProcessTree
{
public:
    /// `root` must be a child that has not been waited for yet, so that its number is still its
    /// own.
    ProcessTree(qint64 root, QByteArray mark);

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

    bool owns(const ProcessInfo &process) const;
    bool ownsParent(const ProcessInfo &process) const;
    bool leads(qint64 groupOrSession) const;

    qint64 m_root;
    QByteArray m_mark;
    std::vector<Member> m_members;
};

} // namespace carillon
