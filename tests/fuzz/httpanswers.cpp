// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/httpanswer.h"

#include "fuzz/promises.h"
#include "fuzz/readers.h"

namespace carillon::fuzz {

QString httpanswers(const QByteArray &bytes)
{
    HttpAnswerReader whole(false);
    const auto body = whole.take(bytes);
    HttpAnswerReader pieces(false);
    QByteArray joined;
    bool isRefused = false;
    for (const char byte : bytes) {
        const auto part = pieces.take(QByteArray(1, byte));
        isRefused = !part;
        if (!part)
            break;
        joined += *part;
    }
    if (isRefused != !body)
        return u"refused only when it comes at once, or in pieces"_qs;
    if (!body)
        return brokenBy(body.error());
    if (joined != *body || pieces.isComplete() != whole.isComplete() ||
        pieces.isCompleteWhenClosed() != whole.isCompleteWhenClosed())
        return u"differs in pieces"_qs;
    if (pieces.head().has_value() != whole.head().has_value())
        return u"finds a head only when it comes at once, or in pieces"_qs;
    if (!whole.head())
        return body->isEmpty() ? QString() : u"a body without a head"_qs;
    const bool isStatus = whole.head()->status >= 101 && whole.head()->status <= 599;
    return isStatus ? QString() : u"a status that is none"_qs;
}

} // namespace carillon::fuzz
