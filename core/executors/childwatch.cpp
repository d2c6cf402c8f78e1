// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/childwatch.h"

#include "core/executors/processtree.h"
#include "core/executors/spawn.h"

#include <QFile>

#include <array>
#include <sys/epoll.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace carillon {

namespace {

constexpr auto firstLook = 250ms;
constexpr auto lookInterval = 2s;

/// `VmHWM:     1234 kB` in its status; exec begins it anew, so that we are not in it.
qint64 peakMemoryOf(qint64 pid)
{
    QFile file(u"/proc/%1/status"_qs.arg(pid));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return 0;
    const QByteArray status = file.readAll();
    const QByteArray name = "VmHWM:";
    const qsizetype found = status.indexOf(name);
    if (found < 0)
        return 0;
    const qsizetype from = found + name.size();
    return status.mid(from, status.indexOf("kB", from) - from).trimmed().toLongLong() * 1024;
}

} // namespace

std::shared_ptr<ChildWatch> ChildWatch::ofThisThread()
{
    thread_local std::weak_ptr<ChildWatch> current;
    std::shared_ptr<ChildWatch> watch = current.lock();
    if (!watch) {
        watch = std::shared_ptr<ChildWatch>(new ChildWatch);
        current = watch;
    }
    return watch;
}

ChildWatch::ChildWatch()
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC)),
      m_notifier(m_epoll, QSocketNotifier::Read)
{
    offspring::adoptOrphans();
    connect(&m_notifier, &QSocketNotifier::activated, this, &ChildWatch::dispatch);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ChildWatch::look);
}

ChildWatch::~ChildWatch()
{
    m_notifier.setEnabled(false);
    ::close(m_epoll);
}

void ChildWatch::add(int descriptor, ChildListener &listener)
{
    const quint64 ticket = ++m_lastTicket;
    m_places.emplace(ticket, Place{descriptor, &listener});
    m_tickets[descriptor] = ticket;
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = ticket;
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
}

void ChildWatch::remove(int descriptor)
{
    const auto ticket = m_tickets.find(descriptor);
    if (ticket == m_tickets.end())
        return;
    ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
    m_places.erase(ticket->second);
    m_tickets.erase(ticket);
}

void ChildWatch::dispatch()
{
    const std::shared_ptr<ChildWatch> self =
        ofThisThread(); // a listener may be the last to hold us
    std::array<epoll_event, 64> events{};
    const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), 0);
    for (int i = 0; i < count; ++i) {
        const auto place = m_places.find(events.at(size_t(i)).data.u64);
        if (place == m_places.end())
            continue; // a listener before has removed it
        const auto [descriptor, listener] = place->second;
        listener->isReady(descriptor);
    }
}

void ChildWatch::measure(ProcessMark mark, ChildListener &listener)
{
    m_measured[mark] = &listener;
    if (!m_timer.isActive() ||
        (m_measured.size() == 1 && m_timer.remainingTime() > firstLook / 1ms))
        m_timer.start(firstLook);
}

void ChildWatch::look()
{
    if (!m_measured.empty())
        measureMemory();
    if (offspring::reapOrphans())
        m_timer.start(lookInterval);
}

void ChildWatch::measureMemory()
{
    for (const ProcessInfo &process : listProcesses()) {
        const auto found = m_measured.find(process.mark);
        if (found != m_measured.end())
            found->second->sawPeakMemory(peakMemoryOf(process.pid));
    }
}

} // namespace carillon
