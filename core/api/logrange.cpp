// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/logrange.h"

#include "core/api/apierror.h"
#include "core/api/percent.h"
#include "core/util/coretext.h"

#include <algorithm>
#include <limits>

namespace carillon {

namespace {

/// `bytes=0-99`, `bytes=100-`, `bytes=-100`. Others, and several at once, are passed over, as the
/// standard permits.
bool readRangeHeader(QByteArray header, qint64 size, LogStream::Part &part)
{
    header = header.trimmed();
    if (!header.startsWith("bytes=") || header.contains(','))
        return false;
    const QByteArray range = header.mid(6);
    const auto dash = range.indexOf('-');
    bool hasFirst = false;
    bool hasLast = false;
    const qint64 first = range.left(dash).toLongLong(&hasFirst);
    const qint64 last = range.mid(dash + 1).toLongLong(&hasLast);
    const bool isLastOpen = dash >= 0 && range.mid(dash + 1).isEmpty();
    if (dash == 0 && hasLast && last > 0) {
        part.from = std::max<qint64>(0, size - last);
        part.until = size;
        return true;
    }
    if (dash <= 0 || !hasFirst || first < 0 || !(isLastOpen || (hasLast && last >= first)))
        return false;
    part.from = first;
    part.until = isLastOpen ? size : std::min(last, size - 1) + 1;
    return true;
}

} // namespace

Result<LogRange> LogRange::read(const ApiRequest &request, qint64 size)
{
    LogRange range;
    LogStream::Part &part = range.part;
    const QByteArray &query = request.query;
    part.isRaw = queryFlag(query, "raw");
    part.follows = queryFlag(query, "follow");
    const auto offset = readNumber(query, "offset", 0, std::numeric_limits<qint64>::max());
    const auto limit = readNumber(query, "limit", 1, std::numeric_limits<qint32>::max());
    const auto tail = readNumber(query, "tail", 0, std::numeric_limits<qint32>::max());
    if (!offset || !limit || !tail)
        return !offset ? offset.error() : !limit ? limit.error() : tail.error();
    if (*tail)
        part.from = std::max<qint64>(0, size - **tail);
    if (*offset)
        part.from = **offset;
    if (*limit)
        part.until = std::min(part.from, std::numeric_limits<qint64>::max() / 2) + **limit;
    const QByteArray *header = request.header("range");
    if (header && readRangeHeader(*header, size, part)) {
        range.isPartial = true;
        part.isRaw = true; // what is counted are the bytes that came
        part.follows = false;
    }
    return range;
}

ApiResponse logResponse(const LogRange &range, qint64 size, bool isComplete)
{
    ApiResponse response;
    response.status = range.isPartial ? 206 : 200;
    response.headers = {{"Content-Type", range.part.isRaw ? "application/octet-stream"
                                                          : "text/plain; charset=utf-8"},
                        {"X-Content-Type-Options", "nosniff"},
                        {"Cache-Control", "no-store"},
                        {"Accept-Ranges", "bytes"},
                        {"X-Log-Size", QByteArray::number(size)},
                        {"X-Log-Complete", isComplete ? "true" : "false"}};
    if (range.isPartial) {
        response.headers.append(
            ApiHeader{"Content-Range", "bytes " + QByteArray::number(range.part.from) + '-' +
                                           QByteArray::number(range.part.until - 1) + '/' +
                                           QByteArray::number(size)});
    }
    return response;
}

ApiResponse unsatisfiable(qint64 size)
{
    ApiResponse response =
        errorResponse(416, CoreText::tr("The log has %1 bytes; the range lies beyond.").arg(size));
    response.headers.append(ApiHeader{"Content-Range", "bytes */" + QByteArray::number(size)});
    return response;
}

} // namespace carillon
