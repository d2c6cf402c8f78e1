// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/httphead.h"

#include "core/api/httpgrammar.h"
#include "core/util/coretext.h"

#include <algorithm>
#include <limits>

namespace carillon {

namespace {

constexpr qsizetype longestMethod = 32;

/// How many headers have that name, and the first of them.
struct Named
{
    int count = 0;
    const QByteArray *value = nullptr;
};

Named named(const ApiRequest &request, QByteArrayView name)
{
    Named found;
    for (const ApiHeader &header : request.headers) {
        if (header.name == name && found.count++ == 0)
            found.value = &header.value;
    }
    return found;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

HttpRefusal wrongFirstLine()
{
    return {400, CoreText::tr("The first line of the request is not valid.")};
}

/// True for HTTP/1.0.
Result<bool, HttpRefusal> readVersion(QByteArrayView version)
{
    const bool isOld = version == "HTTP/1.0";
    if (isOld || version == "HTTP/1.1")
        return isOld;
    const bool isOther = version.size() == 8 && version.startsWith("HTTP/") &&
                         isDigit(version[5]) && version[6] == '.' && isDigit(version[7]);
    if (isOther)
        return HttpRefusal{505, CoreText::tr("Only HTTP/1.0 and HTTP/1.1 are spoken here.")};
    return wrongFirstLine();
}

void setTarget(QByteArrayView target, ApiRequest &request)
{
    const qsizetype mark = target.indexOf('?');
    request.path = (mark < 0 ? target : target.first(mark)).toByteArray();
    if (mark >= 0)
        request.query = target.sliced(mark + 1).toByteArray();
}

/// What the headers Connection and Expect say.
Result<HttpFraming, HttpRefusal> readConnection(const ApiRequest &request, bool isOld)
{
    HttpFraming framing;
    bool closes = false;
    bool stays = !isOld;
    for (const ApiHeader &header : request.headers) {
        if (header.name == "expect" && !isOld) {
            if (!httpgrammar::isSame(header.value, "100-continue"))
                return HttpRefusal{417, CoreText::tr("Only 100-continue can be expected here.")};
            framing.awaitsContinue = true;
        }
        if (header.name != "connection")
            continue;
        for (const QByteArray &option : header.value.split(',')) {
            closes = closes || httpgrammar::isSame(option.trimmed(), "close");
            stays = stays || httpgrammar::isSame(option.trimmed(), "keep-alive");
        }
    }
    framing.keepsAlive = stays && !closes;
    return framing;
}

/// Too long a number is more than any limit.
Result<qint64, HttpRefusal> readLength(const QByteArray &text)
{
    if (text.isEmpty() || !std::all_of(text.begin(), text.end(), isDigit))
        return HttpRefusal{400, CoreText::tr("The length of the body is not valid.")};
    return text.size() > 18 ? std::numeric_limits<qint64>::max() : text.toLongLong();
}

} // namespace

Result<bool, HttpRefusal> readRequestLine(QByteArrayView line, ApiRequest &request)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first < 1 || last == first || first > longestMethod ||
        !httpgrammar::isToken(line.first(first)))
        return wrongFirstLine();
    const auto isOld = readVersion(line.sliced(last + 1));
    if (!isOld)
        return isOld;
    const QByteArrayView target = line.first(last).sliced(first + 1);
    if (!httpgrammar::isTarget(target)) {
        return HttpRefusal{
            400, CoreText::tr("The path of the request is not valid. It begins with a slash, and "
                              "two hexadecimal digits follow each %.")};
    }
    setTarget(target, request);
    request.method = line.first(first).toByteArray();
    return isOld;
}

Result<ApiHeader, HttpRefusal> readHeader(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 1 || !httpgrammar::isToken(line.first(colon)) ||
        !httpgrammar::isFieldText(line.sliced(colon + 1)))
        return HttpRefusal{400, CoreText::tr("A header of the request is not valid.")};
    return ApiHeader{line.first(colon).toByteArray().toLower(),
                     line.sliced(colon + 1).trimmed().toByteArray()};
}

Result<HttpFraming, HttpRefusal> framingOf(const ApiRequest &request, bool isOld)
{
    const Named length = named(request, "content-length");
    const Named coding = named(request, "transfer-encoding");
    if (named(request, "host").count != 1)
        return HttpRefusal{400, CoreText::tr("A request has exactly one Host header.")};
    auto framing = readConnection(request, isOld);
    if (!framing || length.count + coding.count == 0)
        return framing;
    if (length.count + coding.count > 1 || (coding.value && isOld)) {
        return HttpRefusal{400,
                           CoreText::tr("A request tells the length of its body in one way only.")};
    }
    if (coding.value) {
        if (!httpgrammar::isSame(*coding.value, "chunked")) {
            return HttpRefusal{501,
                               CoreText::tr("Only chunked is known here as a transfer coding.")};
        }
        framing->isChunked = true;
        return framing;
    }
    const auto number = readLength(*length.value);
    if (!number)
        return number.error();
    framing->length = *number;
    return framing;
}

} // namespace carillon
