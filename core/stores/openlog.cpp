// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/openlog.h"

#include "core/util/logging.h"

namespace carillon {

namespace {

constexpr qsizetype tailSize = 65536;
constexpr qint64 roomForNote = 64;

QByteArray leftOutNote(qint64 bytes)
{
    return "\n[" + QByteArray::number(bytes) + " bytes left out]\n";
}

} // namespace

RunLogs::OpenLog::OpenLog(RunId run, const QString &path, qint64 bound)
    : m_run(run),
      m_parts(parts(path)),
      m_beginning(bound / 2),
      m_piece((bound - m_beginning - roomForNote) / 2),
      m_first(path)
{
}

QStringList RunLogs::OpenLog::parts(const QString &path)
{
    const QString base = path.chopped(4); // .log
    return {path, base + u".middle.log"_qs, base + u".end.log"_qs};
}

void RunLogs::OpenLog::append(OutputChannel channel, const QByteArray &bytes)
{
    m_received += bytes.size();
    m_tail += bytes.last(std::min(bytes.size(), tailSize));
    if (m_tail.size() > 2 * tailSize)
        m_tail = m_tail.last(tailSize);
    if (m_isBroken || bytes.isEmpty() || keep(channel, bytes))
        return;
    m_isBroken = true;
    const QString cause = m_last ? m_last->errorText() : m_first.errorText();
    log::store().warn("{}: the output of run {} is no longer kept: {}", m_parts.first(),
                      m_run.number, cause);
}

bool RunLogs::OpenLog::keep(OutputChannel channel, const QByteArray &bytes)
{
    if (m_received == bytes.size()) // the first: what an older run by this id left behind goes
        std::for_each(m_parts.begin(), m_parts.end(), logparts::remove);
    for (qsizetype at = 0; at < bytes.size();) {
        const bool isBeginning = m_first.size() < m_beginning;
        if (!isBeginning && (!m_last || m_last->size() >= m_piece))
            dropOldest();
        logparts::Writer &part = isBeginning ? m_first : *m_last;
        const qint64 room = (isBeginning ? m_beginning : m_piece) - part.size();
        const QByteArray piece = bytes.sliced(at, std::min<qint64>(room, bytes.size() - at));
        if (!part.append(channel, piece) || !part.flush())
            return false;
        at += piece.size();
    }
    return true;
}

void RunLogs::OpenLog::dropOldest()
{
    if (m_last) {
        m_leftOut += m_middleSize;
        logparts::remove(m_parts.at(1));
        m_middleSize = m_last->size();
        m_last.reset();
        logparts::rename(m_parts.at(2), m_parts.at(1));
    }
    m_last = std::make_unique<logparts::Writer>(m_parts.at(2));
}

RunLogs::Closed RunLogs::OpenLog::close()
{
    if (m_last && !m_isBroken && !putTogether())
        log::store().warn("{}: the end of the output of run {} stays in a file of its own: {}",
                          m_parts.first(), m_run.number, m_first.errorText());
    return {m_received, m_tail.last(std::min(m_tail.size(), tailSize))};
}

bool RunLogs::OpenLog::putTogether()
{
    m_last.reset();
    if (m_leftOut > 0 && !m_first.append(OutputChannel::Out, leftOutNote(m_leftOut)))
        return false;
    if (!logparts::copy(m_parts.at(1), m_first) || !logparts::copy(m_parts.at(2), m_first) ||
        !m_first.flush())
        return false;
    logparts::remove(m_parts.at(1));
    logparts::remove(m_parts.at(2));
    return true;
}

} // namespace carillon
