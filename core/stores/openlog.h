// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stores/logpart.h"
#include "core/stores/runlog.h"

namespace carillon {

/// The log of a run that is going on, in up to three parts: the beginning is the log itself, the
/// end of a long one goes to two more files in turn, the older of which is dropped when the newer
/// one is full. On close they are put together.
///
/// All of it can be read at any time, also after a crash.
class RunLogs::OpenLog
{
    Q_DISABLE_COPY_MOVE(OpenLog)

public:
    OpenLog(RunId run, const QString &path, qint64 bound);

    void append(OutputChannel channel, const QByteArray &bytes);
    Closed close();

    /// The files that make up the log at `path`, in order; some may not exist.
    static QStringList parts(const QString &path);

private:
    bool keep(OutputChannel channel, const QByteArray &bytes);
    void dropOldest();
    bool putTogether();

    RunId m_run;
    QStringList m_parts;
    qint64 m_beginning; ///< limits in bytes
    qint64 m_piece;
    logparts::Writer m_first;
    std::unique_ptr<logparts::Writer> m_last;
    qint64 m_middleSize = 0;
    qint64 m_received = 0;
    qint64 m_leftOut = 0;
    bool m_isBroken = false;
    QByteArray m_tail;
};

} // namespace carillon
