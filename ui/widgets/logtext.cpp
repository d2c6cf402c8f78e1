// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/logtext.h"

#include "core/util/textdecoder.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace carillon::ui {

namespace {

constexpr qsizetype longestLine = 20'000;
constexpr int tabWidth = 8;
constexpr ushort escape = 0x1b;
constexpr ushort bell = 0x07;

/// The position behind the escape sequence that begins at `at`.
qsizetype skipEscape(const QString &text, qsizetype at)
{
    qsizetype i = at + 1;
    if (i >= text.size())
        return i;
    const ushort kind = text[i++].unicode();
    if (kind == u'[') { // control sequence: parameters, then one final character
        while (i < text.size() && (text[i].unicode() < 0x40 || text[i].unicode() > 0x7e))
            ++i;
        return std::min(i + 1, text.size());
    }
    if (kind == u']') { // operating system command: up to BEL or ESC backslash
        while (i < text.size() && text[i].unicode() != bell && text[i].unicode() != escape)
            ++i;
        if (i < text.size() && text[i].unicode() == escape)
            ++i;
        return std::min(i + 1, text.size());
    }
    if (kind == u'(' || kind == u')') // character set: one more character
        return std::min(i + 1, text.size());
    return i;
}

/// What is left on the line after the last carriage return that something follows.
QString lastState(QString line)
{
    while (line.endsWith(u'\r') || line.endsWith(u'\n'))
        line.chop(1);
    const auto from = line.lastIndexOf(u'\r');
    return from < 0 ? line : line.sliced(from + 1);
}

/// Where the line that `from` stands in ends, newline included; -1 if the chunk does not know.
qsizetype lineEnd(const LogChunk &chunk, qsizetype from)
{
    const int unit = codeUnitSize(chunk.encoding);
    for (qsizetype at = from; (at = chunk.bytes.indexOf('\n', at)) >= 0; ++at) {
        if (unit == 1)
            return at + 1;
        const bool isLittle = chunk.encoding == TextEncoding::Utf16Le;
        const qsizetype zero = isLittle ? at + 1 : at - 1;
        const bool startsUnit = (chunk.offset + std::min(at, zero)) % unit == 0;
        if (startsUnit && zero >= from && zero < chunk.bytes.size() && chunk.bytes[zero] == '\0')
            return std::max(at, zero) + 1;
    }
    return -1;
}

/// A chunk from the middle of a log may begin within a line; that line comes with the chunk
/// before. Unless it fills the whole chunk: then half a line is better than none.
qsizetype firstWholeLine(const LogChunk &chunk)
{
    if (chunk.offset == 0)
        return 0;
    const qsizetype end = lineEnd(chunk, 0);
    return end < 0 || end == chunk.bytes.size() ? 0 : end;
}

} // namespace

QString shownText(const QByteArray &line, TextEncoding encoding)
{
    const QString raw = lastState(TextDecoder::text(line, encoding, TextDecoder::Controls::Keep));
    QString text;
    text.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size();) {
        const QChar c = raw[i];
        if (c.unicode() == escape) {
            i = skipEscape(raw, i);
            continue;
        }
        if (c == u'\t')
            text.append(QString(tabWidth - text.size() % tabWidth, u' '));
        else if (c == u'\b')
            text.chop(1);
        else if (c.isPrint() || c.isSurrogate() || c == QChar::ReplacementCharacter)
            text.append(c);
        ++i;
    }
    if (text.size() > longestLine) {
        const auto rest = text.size() - longestLine;
        text.truncate(longestLine);
        text += QCoreApplication::translate("LogText", " … (%n more character(s))", "", int(rest));
    }
    return text;
}

void LogText::clear()
{
    *this = LogText();
}

std::vector<LogText::Piece> LogText::split(const LogChunk &chunk, qsizetype start)
{
    std::vector<Piece> pieces;
    for (const LogSpan &span : chunk.spans) {
        qsizetype from = std::max(start, qsizetype(span.offset - chunk.offset));
        const qsizetype end =
            std::min(qsizetype(span.offset - chunk.offset + span.length), chunk.bytes.size());
        while (from < end) {
            const qsizetype next = lineEnd(chunk, from);
            const bool ended = next >= 0 && next <= end;
            const qsizetype to = ended ? next : end;
            pieces.push_back({chunk.bytes.sliced(from, to - from), span.channel, ended});
            from = to;
        }
    }
    return pieces;
}

LogLine LogText::lineOf(const Piece &piece) const
{
    return {shownText(piece.bytes, m_encoding), piece.channel};
}

void LogText::push(Piece piece)
{
    const bool continues = !m_open.bytes.isEmpty() && m_open.channel == piece.channel;
    if (continues) {
        m_open.bytes += piece.bytes;
        m_open.ended = piece.ended;
        m_lines.back() = lineOf(m_open);
        m_lengths.back() = m_open.bytes.size();
    } else {
        m_open = std::move(piece);
        m_lines.push_back(lineOf(m_open));
        m_lengths.push_back(m_open.bytes.size());
    }
    if (m_open.ended)
        m_open = {};
}

size_t LogText::append(const LogChunk &chunk)
{
    const auto odd = (chunk.offset + chunk.bytes.size()) % codeUnitSize(chunk.encoding);
    if (odd != 0 && chunk.bytes.size() > odd) { // half a character: it comes again, with the rest
        LogChunk whole = chunk;
        whole.bytes.chop(odd);
        return append(whole);
    }
    qsizetype start = 0;
    m_encoding = chunk.encoding;
    if (m_lines.empty()) {
        start = firstWholeLine(chunk);
        m_begin = chunk.offset + start;
        m_end = chunk.offset;
    }
    if (chunk.offset != m_end)
        return m_lines.size();
    const size_t unchanged = m_lines.size() - (m_open.bytes.isEmpty() ? 0 : 1);
    for (Piece &piece : split(chunk, start))
        push(std::move(piece));
    m_end = chunk.offset + chunk.bytes.size();
    return unchanged;
}

size_t LogText::prepend(const LogChunk &chunk)
{
    if (chunk.bytes.isEmpty() || chunk.offset + chunk.bytes.size() != m_begin)
        return 0;
    const qsizetype start = firstWholeLine(chunk);
    std::vector<LogLine> lines;
    std::vector<qint64> lengths;
    for (const Piece &piece : split(chunk, start)) {
        lines.push_back(lineOf(piece));
        lengths.push_back(piece.bytes.size());
    }
    m_lines.insert(m_lines.begin(), lines.begin(), lines.end());
    m_lengths.insert(m_lengths.begin(), lengths.begin(), lengths.end());
    m_begin = chunk.offset + start;
    return lines.size();
}

size_t LogText::shrink(qint64 most)
{
    size_t gone = 0;
    while (m_end - m_begin > most && gone + 1 < m_lines.size())
        m_begin += m_lengths[gone++];
    const auto count = std::vector<LogLine>::difference_type(gone);
    m_lines.erase(m_lines.begin(), m_lines.begin() + count);
    m_lengths.erase(m_lengths.begin(), m_lengths.begin() + count);
    return gone;
}

} // namespace carillon::ui
