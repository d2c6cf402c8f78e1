// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/childprocess.h"

#include "core/executors/treepursuit.h"
#include "core/util/logging.h"

using namespace std::chrono_literals;

namespace carillon {

namespace {

/// How long after the use of force to wait for members that cannot die (stuck in the kernel).
constexpr auto surrenderAfter = 10s;

} // namespace

ChildProcess::ChildProcess(QObject *parent) : QObject(parent)
{
    connect(&m_process, &SpawnedProcess::started, this, [this] {
        m_hasStarted = true;
        emit started();
    });
    connect(&m_process, &SpawnedProcess::failedToStart, this, &ChildProcess::failedToStart);
    connect(&m_process, &SpawnedProcess::wroteOutput, this, &ChildProcess::wroteOutput);
    connect(&m_process, &SpawnedProcess::wroteErrors, this, &ChildProcess::wroteErrors);
    connect(&m_process, &SpawnedProcess::ended, this, &ChildProcess::processEnded);
}

ChildProcess::~ChildProcess()
{
    abandon({this});
}

void ChildProcess::start(const Launch &launch, int kept)
{
    m_mark = launch.mark;
    m_process.start(launch, kept);
}

void ChildProcess::beginTree()
{
    const ProcessIdentity root = identity().value_or(ProcessIdentity());
    m_tree.emplace(ProcessInfo{.pid = root.pid, .startTime = root.startTime}, m_mark);
}

void ChildProcess::end(std::chrono::milliseconds patience)
{
    if (m_tree || !isRunning())
        return;
    beginTree();
    m_patience = QDeadlineTimer(patience, Qt::PreciseTimer);
    m_surrender = QDeadlineTimer(patience + surrenderAfter);
    m_pursuit = TreePursuit::ofThisThread();
    m_pursuit->add(*this);
}

/// The tree has ended when its root was waited for and nobody else is left: true then.
bool ChildProcess::pursue(const ProcessTable &table)
{
    m_tree->update(table);
    if (m_end && m_surrender.hasExpired() && !m_tree->isEmpty())
        log::executor().error("processes of a stopped run cannot be ended; given up");
    if (m_end && (m_tree->isEmpty() || m_surrender.hasExpired()))
        return true;
    if (m_patience.hasExpired())
        m_tree->kill();
    else
        m_tree->terminate();
    return false;
}

void ChildProcess::tellEnd()
{
    m_pursuit.reset();
    m_end->processesEnded = m_tree->ended();
    m_end->processesForced = m_tree->forced();
    emit ended(*m_end);
}

void ChildProcess::processEnded(const ProcessEnd &end)
{
    m_end = end;
    if (m_pursuit)
        m_pursuit->hasten();
    else
        emit ended(end);
}

void ChildProcess::abandon(const std::vector<ChildProcess *> &children)
{
    std::vector<ProcessTree *> trees;
    for (ChildProcess *child : children) {
        child->blockSignals(true);
        if (child->m_pursuit)
            child->m_pursuit->remove(*child);
        else if (child->isRunning())
            child->beginTree();
        if (child->m_tree && (child->m_pursuit || child->isRunning()))
            trees.push_back(&*child->m_tree);
        child->m_pursuit.reset();
    }
    endByForce(std::move(trees));
    for (ChildProcess *child : children)
        child->m_process.waitForEnd(1s);
}

} // namespace carillon
