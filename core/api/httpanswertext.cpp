// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/httpanswertext.h"

#include <QDateTime>
#include <QLocale>

namespace carillon {

namespace {

constexpr qsizetype usualHead = 512;

QByteArrayView reason(int status)
{
    switch (status) {
    case 100: return "Continue";
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 416: return "Range Not Satisfiable";
    case 417: return "Expectation Failed";
    case 421: return "Misdirected Request";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    case 507: return "Insufficient Storage";
    default: return "Answer";
    }
}

} // namespace

bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

QByteArray httpDate(Instant now)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch().count();
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
}

QByteArray answerHead(const ApiResponse &response, const AnswerContext &context)
{
    QByteArray head;
    head.reserve(usualHead);
    head += "HTTP/1.1 ";
    head += QByteArray::number(response.status);
    head += ' ';
    head += reason(response.status);
    head += "\r\nDate: ";
    head += context.date;
    head += "\r\n";
    for (const ApiHeader &header : response.headers) {
        head += header.name;
        head += ": ";
        head += header.value;
        head += "\r\n";
    }
    if (response.stream) {
        if (!context.isToOld)
            head += "Transfer-Encoding: chunked\r\n";
    } else if (mayHaveBody(response.status)) {
        head += "Content-Length: ";
        head += QByteArray::number(response.body.size());
        head += "\r\n";
    }
    if (context.closes)
        head += "Connection: close\r\n";
    else if (context.isToOld)
        head += "Connection: keep-alive\r\n";
    head += "\r\n";
    return head;
}

QByteArray chunk(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return "0\r\n\r\n";
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

} // namespace carillon
