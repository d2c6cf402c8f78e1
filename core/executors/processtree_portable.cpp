// SPDX-License-Identifier: GPL-3.0-or-later

// The process tree where there is no /proc. On macOS and the BSDs it is the root's process group:
// a child that moved to a session of its own escapes. On Windows it is the root alone, which knows
// no polite request to end.
#include "core/executors/processtree.h"

#include <algorithm>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <csignal>
#include <sys/types.h>
#endif

namespace carillon {

const char markVariable[] = "CARILLON_MARK";

ProcessTable readProcessTable()
{
    return {};
}

ProcessTree::ProcessTree(qint64 root, QByteArray mark) : m_root(root), m_mark(std::move(mark))
{
    m_members.push_back({ProcessInfo{.pid = root}});
}

void ProcessTree::update(const ProcessTable &)
{
#ifdef Q_OS_WIN
    const HANDLE handle = OpenProcess(SYNCHRONIZE, FALSE, static_cast<DWORD>(m_root));
    m_members.front().isAlive = handle && WaitForSingleObject(handle, 0) == WAIT_TIMEOUT;
    if (handle)
        CloseHandle(handle);
#else
    m_members.front().isAlive = ::kill(static_cast<pid_t>(-m_root), 0) == 0;
#endif
}

bool ProcessTree::isEmpty() const
{
    return !m_members.front().isAlive;
}

void ProcessTree::terminate()
{
#ifndef Q_OS_WIN
    if (!m_members.front().wasAsked)
        ::kill(static_cast<pid_t>(-m_root), SIGTERM);
#endif
    m_members.front().wasAsked = true;
}

void ProcessTree::kill()
{
#ifdef Q_OS_WIN
    const HANDLE handle = OpenProcess(PROCESS_TERMINATE, FALSE, static_cast<DWORD>(m_root));
    if (handle) {
        TerminateProcess(handle, 1);
        CloseHandle(handle);
    }
#else
    ::kill(static_cast<pid_t>(-m_root), SIGKILL);
#endif
    m_members.front().wasForced = true;
}

int ProcessTree::ended() const
{
    const Member &root = m_members.front();
    return !root.isAlive && (root.wasAsked || root.wasForced) ? 1 : 0;
}

int ProcessTree::forced() const
{
    const Member &root = m_members.front();
    return !root.isAlive && root.wasForced ? 1 : 0;
}

} // namespace carillon
