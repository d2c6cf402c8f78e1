// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/eventstream.h"

namespace carillon {

namespace {

constexpr std::chrono::seconds longestSilence{15};

} // namespace

EventStream::EventStream(EventLog &log, const QByteArray &lastId) : m_log(&log), m_silence(this)
{
    const auto seen = lastId.isEmpty() ? std::nullopt : log.numberOf(lastId);
    const bool isKnown = seen && *seen + 1 >= log.firstNumber();
    log.addReader();
    m_next = isKnown ? *seen + 1 : log.lastNumber() + 1;
    m_first = "retry: 1000\n\n";
    if (!lastId.isEmpty() && !isKnown)
        m_first += "id: " + log.idOf(m_next - 1) + "\nevent: reset\ndata: {}\n\n";
    connect(&log, &EventLog::grown, this, &EventStream::goOn);
    m_silence.setInterval(longestSilence);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        if (m_isAsked)
            send(": \n\n");
    });
    m_silence.start();
}

EventStream::~EventStream()
{
    if (m_log)
        m_log->removeReader();
}

void EventStream::next()
{
    m_isAsked = true;
    goOn();
}

void EventStream::send(const QByteArray &text)
{
    m_isAsked = false;
    m_silence.start();
    emit piece(text);
}

void EventStream::goOn()
{
    if (!m_isAsked)
        return;
    if (!m_log) {
        m_isAsked = false;
        emit ended();
        return;
    }
    QByteArray text = std::exchange(m_first, {});
    if (m_next < m_log->firstNumber()) { // it read too slowly
        m_next = m_log->lastNumber() + 1;
        text += "id: " + m_log->idOf(m_next - 1) + "\nevent: reset\ndata: {}\n\n";
    }
    text += m_log->textFrom(m_next);
    if (!text.isEmpty())
        send(text);
}

} // namespace carillon
