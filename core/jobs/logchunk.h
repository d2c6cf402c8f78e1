// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/textencoding.h"

#include <QByteArray>
#include <QMetaType>

#include <cstdint>
#include <vector>

namespace carillon {

/// Which stream of a process a piece of output came from.
enum class OutputChannel : std::uint8_t { Out, Err };

/// A stretch of a log that came from one stream.
struct LogSpan
{
    qint64 offset = 0; ///< from the start of the log
    qint64 length = 0;
    OutputChannel channel = OutputChannel::Out;

    bool operator==(const LogSpan &) const = default;
};

/// A part of a run's output.
struct LogChunk
{
    qint64 offset = 0;                          ///< where `bytes` begins in the kept log
    QByteArray bytes;                           ///< as the process wrote them
    std::vector<LogSpan> spans;                 ///< cover `bytes` exactly, in order
    qint64 size = 0;                            ///< of the whole kept log, now
    bool complete = false;                      ///< the run has ended: nothing will be added
    TextEncoding encoding = TextEncoding::Auto; ///< what the job says of its output, now

    bool operator==(const LogChunk &) const = default;
};

} // namespace carillon

Q_DECLARE_METATYPE(carillon::LogChunk)
