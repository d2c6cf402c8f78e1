// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/logchunk.h"
#include "core/jobs/run.h"

#include <QDir>

#include <memory>
#include <unordered_map>

namespace carillon {

/// The output of runs: one bounded file each, `logs/<year-month>/<run>.log`, holding the bytes as
/// they came, both streams in order of arrival; a small file beside it tells which stretch came
/// from which stream. Of what exceeds the bound, the beginning and the end are kept and the
/// number of bytes left out is written between them when the run ends.
///
/// Memory per open log is bounded. Lives in the engine thread.
class RunLogs
{
public:
    /// `folder` is created when first needed. `bound` is in bytes, at least 64 KiB.
    explicit RunLogs(const QDir &folder, qint64 bound = 10 * 1024 * 1024);
    ~RunLogs();

    /// `day` decides the month's folder; pass the time the run was started at.
    Result<> open(RunId run, Instant day);
    void append(RunId run, OutputChannel channel, const QByteArray &bytes);

    struct Closed
    {
        qint64 outputSize = 0; ///< bytes received, kept or not
        QByteArray tail;       ///< the last 64 KiB
    };
    /// Flushes and closes. A run without output leaves no file.
    Closed close(RunId run);

    /// At most `most` bytes from `offset`; a negative offset counts from the end. Works on open
    /// and on closed logs. An empty chunk if there was no output. While a log beyond the bound
    /// grows, pieces of its middle go: `size` falls then, and readers start anew from the end.
    Result<LogChunk> read(RunId run, Instant day, qint64 offset, qint64 most) const;

    bool isOpen(RunId run) const { return m_open.contains(run.number); }
    const QDir &folder() const { return m_folder; }
    /// Removes the log at `path`, as path() gives it, with all its parts.
    static void remove(const QString &path);

    /// Where the log of a run lies, for people; the file may not exist.
    QString path(RunId run, Instant day) const;

private:
    class OpenLog;
    QDir m_folder;
    qint64 m_bound;
    std::unordered_map<qint64, std::unique_ptr<OpenLog>> m_open;
};

} // namespace carillon
