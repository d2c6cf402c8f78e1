// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apistream.h"
#include "core/scheduler/scheduler.h"
#include "core/util/textdecoder.h"

#include <array>

namespace carillon {

/// The output of a run, read as it is asked for: as text, or as the bytes that came.
class LogStream : public ApiStream
{
    Q_OBJECT

public:
    struct Part
    {
        qint64 from = 0;
        qint64 until = -1;    ///< the offset after the last byte; below 0: the end
        bool follows = false; ///< goes on until the run has ended
        bool isRaw = false;
    };

    LogStream(const Scheduler &scheduler, RunId run, Part part, TextEncoding encoding);

public slots:
    void next() override;

private:
    void goOn();
    QByteArray shown(const LogChunk &chunk);
    void finish();

    const Scheduler &m_scheduler;
    RunId m_run;
    Part m_part;
    std::array<TextDecoder, 2> m_decoders; ///< by channel
    bool m_isAsked = false;
    bool m_isOver = false;
};

} // namespace carillon
