// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apiresponse.h"
#include "core/api/logstream.h"
#include "core/util/result.h"

namespace carillon {

/// Which part of a log a request wants, and how.
struct LogRange
{
    LogStream::Part part = {};
    bool isPartial = false; ///< asked for by a Range header

    /// `raw`, `follow`, `tail` (so many bytes from the end), `offset` and `limit` of the query; a
    /// Range header of one range, in bytes, counts more. `size` is that of the log now.
    static Result<LogRange> read(const ApiRequest &request, qint64 size);

    bool isSatisfiable(qint64 size) const { return !isPartial || part.from < size; }
};

/// The head of the answer.
ApiResponse logResponse(const LogRange &range, qint64 size, bool isComplete);

/// 416.
ApiResponse unsatisfiable(qint64 size);

} // namespace carillon
