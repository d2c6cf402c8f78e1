// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/runlog.h"

#include "core/stores/openlog.h"
#include "core/util/coretext.h"

#include <QFileInfo>

#include <algorithm>

namespace carillon {

namespace {

constexpr qint64 leastBound = 65536;

/// `2026-11`, in UTC.
QString monthName(Instant day)
{
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(day));
    return u"%1-%2"_qs.arg(int(date.year()), 4, 10, QChar(u'0'))
        .arg(unsigned(date.month()), 2, 10, QChar(u'0'));
}

/// Adds the stretches between `from` and `to` of a part that begins at `base` in the log.
void addSpans(LogChunk &chunk, const QString &part, qint64 base, qint64 from, qint64 to)
{
    logparts::Spans spans(part);
    while (const auto span = spans.next()) {
        const qint64 begin = std::max(span->offset, from);
        const qint64 end = std::min(span->offset + span->length, to);
        if (span->offset >= to)
            return;
        if (begin >= end)
            continue;
        if (!chunk.spans.empty() && chunk.spans.back().channel == span->channel)
            chunk.spans.back().length += end - begin;
        else
            chunk.spans.push_back({base + begin, end - begin, span->channel});
    }
}

Error unreadableLog(const QFile &file)
{
    return {ErrorCode::NotAllowed,
            CoreText::tr("The log “%1” cannot be read: %2.")
                .arg(QDir::toNativeSeparators(file.fileName()), file.errorString())};
}

} // namespace

RunLogs::RunLogs(const QDir &folder, qint64 bound)
    : m_folder(folder),
      m_bound(std::max(bound, leastBound))
{
}

RunLogs::~RunLogs()
{
    for (const auto &[run, log] : m_open)
        log->close();
}

Result<> RunLogs::open(RunId run, Instant day)
{
    if (m_open.contains(run.number))
        return Error{ErrorCode::Conflict,
                     CoreText::tr("The log of run %1 is already open.").arg(run.number)};
    m_open.emplace(run.number, std::make_unique<OpenLog>(run, path(run, day), m_bound));
    return {};
}

void RunLogs::append(RunId run, OutputChannel channel, const QByteArray &bytes)
{
    const auto found = m_open.find(run.number);
    if (found != m_open.end())
        found->second->append(channel, bytes);
}

RunLogs::Closed RunLogs::close(RunId run)
{
    const auto found = m_open.find(run.number);
    if (found == m_open.end())
        return {};
    const Closed closed = found->second->close();
    m_open.erase(found);
    return closed;
}

Result<LogChunk> RunLogs::read(RunId run, Instant day, qint64 offset, qint64 most) const
{
    const QStringList parts = OpenLog::parts(path(run, day));
    LogChunk chunk;
    for (const QString &part : parts)
        chunk.size += QFileInfo(part).size();
    chunk.complete = !m_open.contains(run.number);
    chunk.offset = std::clamp<qint64>(offset < 0 ? chunk.size + offset : offset, 0, chunk.size);
    const qint64 end = chunk.offset + std::clamp<qint64>(most, 0, chunk.size - chunk.offset);
    qint64 base = 0;
    for (const QString &part : parts) {
        const qint64 size = QFileInfo(part).size();
        const qint64 from = std::max<qint64>(chunk.offset - base, 0);
        const qint64 to = std::min(end - base, size);
        if (from < to) {
            QFile file(part);
            if (!file.open(QIODevice::ReadOnly) || !file.seek(from))
                return unreadableLog(file);
            chunk.bytes += file.read(to - from);
            addSpans(chunk, part, base, from, to);
        }
        base += size;
    }
    return chunk;
}

void RunLogs::remove(const QString &path)
{
    const QStringList parts = OpenLog::parts(path);
    std::for_each(parts.begin(), parts.end(), logparts::remove);
}

QString RunLogs::path(RunId run, Instant day) const
{
    return m_folder.filePath(u"%1/%2.log"_qs.arg(monthName(day)).arg(run.number));
}

} // namespace carillon
