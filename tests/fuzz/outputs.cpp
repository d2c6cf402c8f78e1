// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/textdecoder.h"

#include "fuzz/readers.h"

namespace carillon::fuzz {

namespace {

/// In pieces whose lengths follow from `seed`.
QString inPieces(TextDecoder &decoder, QByteArrayView bytes, uint seed)
{
    QString text;
    while (!bytes.isEmpty()) {
        seed = seed * 1103515245 + 12345;
        const auto length = std::min<qsizetype>(seed / 65536 % 5 + 1, bytes.size());
        text += decoder.decode(bytes.first(length));
        bytes = bytes.sliced(length);
    }
    return text + decoder.finish();
}

} // namespace

QString outputs(const QByteArray &input)
{
    if (input.size() < 2)
        return {};
    const QStringList &names = encodingNames();
    const TextEncoding encoding = *encodingNamed(names.at(uchar(input[0]) % names.size()));
    const uint seed = uchar(input[1]);
    const auto bytes = QByteArrayView(input).sliced(2);
    using Controls = TextDecoder::Controls;
    const std::optional otherwise =
        seed % 2 == 0 ? std::optional(TextEncoding::Gb18030) : std::nullopt;

    const QString text = TextDecoder::text(bytes, encoding, Controls::Replace, otherwise);
    for (const QChar c : text) {
        if (c != u'\t' && c != u'\n' && c.category() == QChar::Other_Control)
            return u"holds a control character"_qs;
    }
    if (QString::fromUtf8(text.toUtf8()) != text)
        return u"is not valid Unicode"_qs;
    TextDecoder decoder(encoding, Controls::Replace, otherwise);
    for (int round = 0; round < 2; ++round) {
        if (inPieces(decoder, bytes, seed) != text)
            return u"differs in pieces"_qs;
    }
    return {};
}

} // namespace carillon::fuzz
