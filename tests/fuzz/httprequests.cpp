// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/httpparser.h"

#include "fuzz/promises.h"
#include "fuzz/readers.h"

#include <algorithm>

namespace carillon::fuzz {

namespace {

/// Small, so that inputs reach them.
ServerLimits limits()
{
    ServerLimits limits;
    limits.head = 256;
    limits.headers = 8;
    limits.body = 64;
    return limits;
}

/// The first promise that a request taken from `parser` breaks.
QString brokenBy(HttpParser &parser, QByteArray &text)
{
    text += parser.keepsAlive() ? "+" : "-";
    const ApiRequest request = parser.takeRequest();
    if (!parser.isEmpty() || parser.isComplete())
        return u"something is left of a request that was taken"_qs;
    if (!request.path.startsWith('/') || request.path.contains('?') || request.method.isEmpty())
        return u"a path or method that is none"_qs;
    if (int(request.headers.size()) > limits().headers || request.body.size() > limits().body)
        return u"beyond a limit"_qs;
    int hosts = 0;
    text += request.method + request.path + '?' + request.query;
    for (const ApiHeader &header : request.headers) {
        if (header.name.isEmpty() || header.name != header.name.toLower() ||
            header.value != header.value.trimmed() || header.value.contains('\0') ||
            header.value.contains('\r') || header.value.contains('\n'))
            return u"a header that is none"_qs;
        hosts += header.name == "host" ? 1 : 0;
        text += header.name + ':' + header.value + '\n';
    }
    text += request.body + '\n';
    return hosts == 1 ? QString() : u"not exactly one host"_qs;
}

/// Everything that `bytes` hold, `step` bytes at a time.
QString readAll(const QByteArray &bytes, qsizetype step, QByteArray &text)
{
    HttpParser parser(limits());
    for (qsizetype at = 0; at < bytes.size() && !parser.refusal();) {
        const qsizetype end = std::min((at / step + 1) * step, bytes.size());
        const qsizetype taken = parser.take(QByteArrayView(bytes).sliced(at, end - at));
        if (taken < 0 || taken > end - at)
            return u"took more than there is"_qs;
        at += taken;
        if (parser.isComplete()) {
            if (const QString broken = brokenBy(parser, text); !broken.isEmpty())
                return broken;
        } else if (!parser.refusal() && at < end) {
            return u"left bytes of a request that is not complete"_qs;
        }
    }
    const auto &refusal = parser.refusal();
    text += refusal ? QByteArray::number(refusal->status) + refusal->message.toUtf8() : "more";
    const bool isClientsFault = !refusal || (refusal->status >= 400 && refusal->status <= 505);
    return isClientsFault ? QString() : u"refused with a status that is none"_qs;
}

} // namespace

QString httprequests(const QByteArray &bytes)
{
    QByteArray whole;
    if (const QString broken = readAll(bytes, std::max<qsizetype>(bytes.size(), 1), whole);
        !broken.isEmpty())
        return broken;
    for (const qsizetype step : {1, 7}) {
        QByteArray pieces;
        if (const QString broken = readAll(bytes, step, pieces); !broken.isEmpty())
            return broken;
        if (pieces != whole)
            return u"differs in pieces"_qs;
    }
    return {};
}

} // namespace carillon::fuzz
