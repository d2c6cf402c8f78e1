// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/textdecoder.h"

#include "core/util/characters.h"

#include <algorithm>

namespace carillon {

namespace {

constexpr qsizetype mostHeld = 8192;

/// What Auto tries first. Qt takes the system's encoding for UTF-8 everywhere but on Windows.
TextEncoding firstEncoding(TextEncoding encoding)
{
#ifndef Q_OS_WIN
    if (encoding == TextEncoding::System)
        return TextEncoding::Utf8;
#endif
    return encoding == TextEncoding::Auto ? TextEncoding::Utf8 : encoding;
}

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control;
}

/// The line's end included, if `bytes` holds it.
qsizetype restOfLine(QByteArrayView bytes)
{
    const auto newline = std::find(bytes.begin(), bytes.end(), '\n');
    return newline == bytes.end() ? bytes.size() : newline - bytes.begin() + 1;
}

} // namespace

TextDecoder::TextDecoder(TextEncoding encoding, Controls controls,
                         std::optional<TextEncoding> otherwise)
    : m_encoding(encoding),
      m_controls(controls),
      m_otherwise(encoding == TextEncoding::Auto ? otherwise : std::nullopt),
      m_current(firstEncoding(encoding))
{
}

QString TextDecoder::text(QByteArrayView bytes, TextEncoding encoding, Controls controls,
                          std::optional<TextEncoding> otherwise)
{
    TextDecoder decoder(encoding, controls, otherwise);
    const QString text = decoder.decode(bytes);
    return text + decoder.finish();
}

QString TextDecoder::decode(QByteArrayView bytes)
{
    if (m_otherwise)
        return clean(guess(bytes));
    return clean(convert(bytes));
}

QString TextDecoder::finish()
{
    QString rest;
    if (!m_held.isEmpty()) {
        choose();
        rest = convert(std::exchange(m_held, {}));
    }
    if (!m_incomplete.isEmpty())
        rest.append(QChar::ReplacementCharacter);
    QString end = clean(rest);
    if (!m_half.isNull())
        end.append(QChar::ReplacementCharacter);
    *this = TextDecoder(m_encoding, m_controls, m_otherwise);
    return end;
}

QString TextDecoder::guess(QByteArrayView bytes)
{
    QString text;
    while (!bytes.isEmpty()) {
        if (m_isChosen) {
            const QByteArrayView line = bytes.first(restOfLine(bytes));
            text += convert(line);
            m_isChosen = !line.endsWith('\n');
            bytes = bytes.sliced(line.size());
        } else if (m_held.isEmpty() && static_cast<signed char>(bytes.front()) >= 0) {
            const auto end = std::find_if(bytes.begin(), bytes.end(), [](char byte) {
                return static_cast<signed char>(byte) < 0;
            });
            const QByteArrayView ascii = bytes.first(end - bytes.begin());
            text += QLatin1String(ascii);
            bytes = bytes.sliced(ascii.size());
        } else {
            const auto room = std::min(mostHeld - m_held.size(), bytes.size());
            const QByteArrayView line = bytes.first(restOfLine(bytes.first(room)));
            m_held += line;
            bytes = bytes.sliced(line.size());
            if (!line.endsWith('\n') && m_held.size() < mostHeld)
                break;
            choose();
            m_isChosen = !line.endsWith('\n');
            text += convert(std::exchange(m_held, {}));
        }
    }
    return text;
}

/// How the held bytes, and what follows them on their line, are read.
void TextDecoder::choose()
{
    const bool isOther = !characters::areValid(TextEncoding::Utf8, m_held) &&
                         characters::areValid(*m_otherwise, m_held);
    m_current = isOther ? *m_otherwise : TextEncoding::Utf8;
}

QString TextDecoder::convert(QByteArrayView bytes)
{
    const QByteArray all = m_incomplete + bytes.toByteArray();
    m_incomplete = all.last(characters::incompleteEnd(m_current, all));
    return characters::text(m_current, QByteArrayView(all).chopped(m_incomplete.size()));
}

/// Valid UTF-16, with control characters replaced where that is wanted.
QString TextDecoder::clean(const QString &text)
{
    QString cleaned;
    cleaned.reserve(text.size());
    for (const QChar c : text) {
        if (std::exchange(m_isFirst, false) && c == QChar::ByteOrderMark)
            continue;
        const QChar half = std::exchange(m_half, u'\0');
        const bool followsReturn = std::exchange(m_wasReturn, false);
        if (!half.isNull()) {
            cleaned.append(c.isLowSurrogate() ? half : QChar(QChar::ReplacementCharacter));
            if (c.isLowSurrogate()) {
                cleaned.append(c);
                continue;
            }
        }
        if (c.isHighSurrogate())
            m_half = c;
        else if (c.isLowSurrogate())
            cleaned.append(QChar::ReplacementCharacter);
        else if (m_controls == Controls::Keep || c == u'\t')
            cleaned.append(c);
        else if (c == u'\r' || (c == u'\n' && !followsReturn))
            cleaned.append(u'\n');
        else if (c != u'\n')
            cleaned.append(isControl(c) ? QChar(QChar::ReplacementCharacter) : c);
        m_wasReturn = c == u'\r';
    }
    return cleaned;
}

} // namespace carillon
