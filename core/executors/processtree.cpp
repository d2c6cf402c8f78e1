// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/processtree.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <csignal>
#include <unistd.h>

namespace carillon {

const char markVariable[] = "CARILLON_MARK";

namespace {

/// A whole file of /proc, which has no size beforehand.
QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ? file.readAll() : QByteArray();
}

QByteArray markIn(const QByteArray &environment)
{
    const QByteArray assignment = QByteArray(markVariable) + '=';
    for (const QByteArray &variable : environment.split('\0')) {
        if (variable.startsWith(assignment))
            return variable.mid(assignment.size());
    }
    return {};
}

/// `pid (name) state ppid pgrp session …`; a name may itself contain blanks and brackets.
bool readStat(const QByteArray &stat, ProcessInfo &process)
{
    const qsizetype nameEnd = stat.lastIndexOf(')');
    const QList<QByteArray> fields = stat.mid(nameEnd + 2).split(' ');
    if (nameEnd < 0 || fields.size() < 20)
        return false;
    process.isZombie = fields.at(0) == "Z" || fields.at(0) == "X";
    process.parent = fields.at(1).toLongLong();
    process.group = fields.at(2).toLongLong();
    process.session = fields.at(3).toLongLong();
    process.startTime = fields.at(19).toULongLong();
    return true;
}

} // namespace

ProcessTable readProcessTable()
{
    ProcessTable table;
    const QStringList entries = QDir(u"/proc"_qs).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        bool isNumber = false;
        ProcessInfo process;
        process.pid = entry.toLongLong(&isNumber);
        const QString folder = u"/proc/"_qs + entry;
        if (!isNumber || !readStat(contents(folder + u"/stat"_qs), process))
            continue;
        // Other users' environments cannot be read, and need not be: they could not be ended
        // either.
        process.mark = markIn(contents(folder + u"/environ"_qs));
        table.push_back(std::move(process));
    }
    return table;
}

ProcessTree::ProcessTree(qint64 root, QByteArray mark) : m_root(root), m_mark(std::move(mark)) {}

void ProcessTree::update(const ProcessTable &table)
{
    for (Member &member : m_members) {
        const auto isSame = [&member](const ProcessInfo &process) {
            return process.pid == member.process.pid &&
                   process.startTime == member.process.startTime;
        };
        const auto found = std::find_if(table.begin(), table.end(), isSame);
        member.isAlive = found != table.end() && !found->isZombie;
        if (found != table.end())
            member.process = *found; // it may have moved to another session
    }
    // A member found late in the table may be the parent of one that was passed over.
    for (bool grew = true; grew;) {
        grew = false;
        for (const ProcessInfo &process : table) {
            if (owns(process) || process.isZombie || process.pid == ::getpid())
                continue;
            if (process.mark == m_mark || ownsParent(process) || leads(process.session) ||
                leads(process.group) || (m_members.empty() && process.pid == m_root)) {
                m_members.push_back({process});
                grew = true;
            }
        }
    }
}

bool ProcessTree::owns(const ProcessInfo &process) const
{
    return std::any_of(m_members.begin(), m_members.end(), [&](const Member &member) {
        return member.process.pid == process.pid && member.process.startTime == process.startTime;
    });
}

bool ProcessTree::ownsParent(const ProcessInfo &process) const
{
    return std::any_of(m_members.begin(), m_members.end(), [&](const Member &member) {
        return member.isAlive && member.process.pid == process.parent;
    });
}

/// The root's number stands for its group and session as long as a member is in them; afterwards
/// the system may give it to a stranger.
bool ProcessTree::leads(qint64 groupOrSession) const
{
    return groupOrSession == m_root &&
           std::any_of(m_members.begin(), m_members.end(), [this](const Member &member) {
               return member.isAlive &&
                      (member.process.group == m_root || member.process.session == m_root);
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
        if (!member.isAlive || member.wasAsked)
            continue;
        ::kill(static_cast<pid_t>(member.process.pid), SIGTERM);
        ::kill(static_cast<pid_t>(member.process.pid), SIGCONT);
        member.wasAsked = true;
    }
}

void ProcessTree::kill()
{
    for (Member &member : m_members) {
        if (!member.isAlive)
            continue;
        ::kill(static_cast<pid_t>(member.process.pid), SIGKILL);
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

} // namespace carillon
