// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/percent.h"

#include "core/util/coretext.h"

#include <QStringDecoder>

namespace carillon {

namespace {

/// -1 if it is none.
int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<QString> utf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

} // namespace

std::optional<QString> percentDecoded(QByteArrayView encoded)
{
    if (encoded.isEmpty())
        return QString();
    if (encoded.indexOf('%') < 0)
        return utf8(encoded);
    QByteArray bytes;
    bytes.reserve(encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        if (encoded[i] != '%') {
            bytes.append(encoded[i]);
            continue;
        }
        if (i + 2 >= encoded.size())
            return {};
        const int high = hexDigit(encoded[i + 1]);
        const int low = hexDigit(encoded[i + 2]);
        if (high < 0 || low < 0 || high + low == 0)
            return {};
        bytes.append(char(high * 16 + low));
        i += 2;
    }
    return utf8(bytes);
}

std::optional<QString> queryValue(const QByteArray &query, QByteArrayView name)
{
    std::optional<QString> found;
    const QList<QByteArray> pairs = query.split('&');
    for (const QByteArray &pair : pairs) {
        const auto equals = pair.indexOf('=');
        const QByteArray key = equals < 0 ? pair : pair.left(equals);
        if (key != name)
            continue;
        QByteArray value = equals < 0 ? QByteArray() : pair.mid(equals + 1);
        found = percentDecoded(value.replace('+', ' '));
    }
    return found;
}

Result<std::optional<qint64>> readNumber(const QByteArray &query, const char *name, qint64 least,
                                         qint64 most)
{
    const auto text = queryValue(query, name);
    if (!text)
        return std::optional<qint64>();
    bool isNumber = false;
    const qint64 number = text->toLongLong(&isNumber);
    if (isNumber && number >= least && number <= most)
        return std::optional(number);
    return invalidInput(name, CoreText::tr("“%1” must be a whole number from %2 to %3.")
                                  .arg(QString::fromLatin1(name))
                                  .arg(least)
                                  .arg(most));
}

bool queryFlag(const QByteArray &query, const char *name)
{
    const auto text = queryValue(query, name);
    return text && *text != u"0" && *text != u"false";
}

} // namespace carillon
