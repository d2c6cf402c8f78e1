// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/characters.h"

#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

#include <algorithm>

namespace carillon::characters {

namespace {

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

bool isBetween(char byte, int least, int most)
{
    const int value = uchar(byte);
    return value >= least && value <= most;
}

/// Length of the character at the beginning, as far as `bytes` tell; one byte that begins none
/// counts as a character.
struct Extent
{
    qsizetype length = 1;
    bool isComplete = true;
};

Extent utf8Extent(QByteArrayView bytes)
{
    qsizetype length = 1;
    if (isBetween(bytes[0], 0xc2, 0xdf))
        length = 2;
    else if (isBetween(bytes[0], 0xe0, 0xef))
        length = 3;
    else if (isBetween(bytes[0], 0xf0, 0xf4))
        length = 4;
    for (qsizetype i = 1; i < std::min(length, bytes.size()); ++i) {
        if (!isBetween(bytes[i], 0x80, 0xbf))
            return {};
    }
    return {length, length <= bytes.size()};
}

Extent gb18030Extent(QByteArrayView bytes)
{
    if (!isBetween(bytes[0], 0x81, 0xfe))
        return {};
    if (bytes.size() < 2)
        return {2, false};
    if (isBetween(bytes[1], 0x40, 0xfe))
        return {2};
    if (!isBetween(bytes[1], 0x30, 0x39) ||
        (bytes.size() > 2 && !isBetween(bytes[2], 0x81, 0xfe)) ||
        (bytes.size() > 3 && !isBetween(bytes[3], 0x30, 0x39)))
        return {};
    return {4, bytes.size() >= 4};
}

/// The Japanese kind has two shift bytes.
Extent eucExtent(QByteArrayView bytes, bool isJapanese)
{
    const bool isShift = isJapanese && isBetween(bytes[0], 0x8e, 0x8f);
    if (!isShift && !isBetween(bytes[0], 0xa1, 0xfe))
        return {};
    const qsizetype length = isShift && bytes[0] == '\x8f' ? 3 : 2;
    for (qsizetype i = 1; i < std::min(length, bytes.size()); ++i) {
        if (!isBetween(bytes[i], 0xa1, 0xfe))
            return {};
    }
    return {length, length <= bytes.size()};
}

Extent pairExtent(bool isLead, QByteArrayView bytes)
{
    if (!isLead)
        return {};
    if (bytes.size() < 2)
        return {2, false};
    return {isBetween(bytes[1], 0x40, 0xfe) ? 2 : 1};
}

Extent systemExtent(QByteArrayView bytes)
{
#ifdef Q_OS_WIN
    if (GetACP() != CP_UTF8)
        return pairExtent(IsDBCSLeadByte(BYTE(bytes[0])), bytes);
#endif
    return utf8Extent(bytes);
}

Extent extentOf(TextEncoding encoding, QByteArrayView bytes)
{
    switch (encoding) {
    case TextEncoding::Utf8: return utf8Extent(bytes);
    case TextEncoding::System: return systemExtent(bytes);
    case TextEncoding::Utf16Le:
    case TextEncoding::Utf16Be: return {2, bytes.size() >= 2};
    case TextEncoding::Gb18030: return gb18030Extent(bytes);
    case TextEncoding::EucJp:
    case TextEncoding::EucKr: return eucExtent(bytes, encoding == TextEncoding::EucJp);
    case TextEncoding::Gbk:
    case TextEncoding::Big5: return pairExtent(isBetween(bytes[0], 0x81, 0xfe), bytes);
    case TextEncoding::ShiftJis:
        return pairExtent(isBetween(bytes[0], 0x81, 0x9f) || isBetween(bytes[0], 0xe0, 0xfc),
                          bytes);
    default: return {}; // one byte each
    }
}

bool isAscii(char byte)
{
    return uchar(byte) < 0x80;
}

/// ICU says U+FFFD or U+001A to what means nothing.
bool isRefused(QStringView text)
{
    return text.isEmpty() || text.contains(QChar(QChar::ReplacementCharacter)) ||
           text.contains(QChar(0x1a));
}

/// Character by character: a decoder given all at once goes on elsewhere after an invalid one.
QString multibyteText(TextEncoding encoding, QByteArrayView bytes)
{
    QString text;
    text.reserve(bytes.size());
    QStringDecoder decoder = decoderFor(encoding, QStringDecoder::Flag::Stateless);
    while (!bytes.isEmpty()) {
        const auto other = std::find_if_not(bytes.begin(), bytes.end(), isAscii);
        text += QLatin1String(bytes.first(other - bytes.begin()));
        bytes = bytes.sliced(other - bytes.begin());
        if (bytes.isEmpty())
            break;
        const Extent extent = extentOf(encoding, bytes);
        // No more comes: what is incomplete here was refuted by the byte that followed.
        const qsizetype length = extent.isComplete ? extent.length : 1;
        const QString decoded = decoder.decode(bytes.first(length));
        text += isRefused(decoded) ? QString(QChar(QChar::ReplacementCharacter)) : decoded;
        bytes = bytes.sliced(length);
    }
    return text;
}

QString singleByteText(TextEncoding encoding, QByteArrayView bytes)
{
    QStringDecoder decoder = decoderFor(encoding);
    QString text = decoder.decode(bytes);
    Q_ASSERT(text.size() == bytes.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QChar(0x1a) && !isAscii(bytes[i]))
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

QString utf16Text(QByteArrayView bytes, bool isLittle)
{
    QString text;
    text.reserve(bytes.size() / 2 + 1);
    for (; bytes.size() >= 2; bytes = bytes.sliced(2))
        text.append(isLittle ? QChar(uchar(bytes[0]), uchar(bytes[1]))
                             : QChar(uchar(bytes[1]), uchar(bytes[0])));
    if (!bytes.isEmpty())
        text.append(QChar::ReplacementCharacter);
    return text;
}

/// QString::fromUtf8() leaves a byte order mark out.
QString utf8Text(QByteArrayView bytes)
{
    if (!bytes.startsWith(byteOrderMark))
        return QString::fromUtf8(bytes);
    return QChar(QChar::ByteOrderMark) + utf8Text(bytes.sliced(byteOrderMark.size()));
}

} // namespace

qsizetype incompleteEnd(TextEncoding encoding, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const Extent extent = extentOf(encoding, bytes);
        if (!extent.isComplete)
            return bytes.size();
        bytes = bytes.sliced(extent.length);
    }
    return 0;
}

QString text(TextEncoding encoding, QByteArrayView bytes)
{
    if (encoding == TextEncoding::Utf8)
        return utf8Text(bytes);
    if (codeUnitSize(encoding) == 2)
        return utf16Text(bytes, encoding == TextEncoding::Utf16Le);
    if (encoding >= TextEncoding::Latin1)
        return singleByteText(encoding, bytes);
    return multibyteText(encoding, bytes);
}

bool areValid(TextEncoding encoding, QByteArrayView bytes)
{
    const QByteArrayView whole = bytes.chopped(incompleteEnd(encoding, bytes));
    return encoding == TextEncoding::Utf8
               ? whole.isValidUtf8()
               : !text(encoding, whole).contains(QChar(QChar::ReplacementCharacter));
}

} // namespace carillon::characters
