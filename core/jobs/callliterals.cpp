// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/callliterals.h"

#include "core/util/coretext.h"
#include "core/util/json.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace carillon {

namespace {

/// Digits as JSON has them: none is missing before a point, and none too many stands before others.
QByteArray jsonDigits(QStringView digits)
{
    qsizetype zeros = 0;
    while (zeros + 1 < digits.size() && digits.at(zeros) == u'0' && digits.at(zeros + 1).isDigit())
        ++zeros;
    const QByteArray text = digits.mid(zeros).toLatin1();
    return text.startsWith('.') ? '0' + text : text;
}

bool isHexadecimal(QStringView digits)
{
    const auto isDigit = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    return !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), isDigit);
}

} // namespace

Error mistakeAt(qsizetype position, const QString &sentence)
{
    //: %1 a number, %2 a sentence
    return invalidInput("func", CoreText::tr("Column %1: %2").arg(position + 1).arg(sentence));
}

void CallLiterals::skipBlanks()
{
    while (m_position < m_text.size() && m_text.at(m_position).isSpace())
        ++m_position;
}

bool CallLiterals::take(char16_t character)
{
    const bool stands = m_position < m_text.size() && m_text.at(m_position) == character;
    m_position += stands;
    return stands;
}

Result<QByteArray> CallLiterals::readToEnd()
{
    QByteArrayList literals;
    skipBlanks();
    while (!take(u')')) {
        const auto read = literal();
        if (!read)
            return read.error();
        literals.append(*read);
        skipBlanks();
        if (take(u')'))
            break;
        if (!take(u','))
            return mistakeAt(m_position, CoreText::tr("a comma or “)” is expected here."));
        skipBlanks();
        if (m_position < m_text.size() && m_text.at(m_position) == u')')
            return mistakeAt(m_position, CoreText::tr("a value is expected after the comma."));
    }
    skipBlanks();
    if (m_position < m_text.size())
        return mistakeAt(m_position, CoreText::tr("nothing is accepted after the “)”."));
    return '[' + literals.join(',') + ']';
}

Result<QByteArray> CallLiterals::literal()
{
    if (take(u'"'))
        return doubleQuoted();
    if (take(u'\''))
        return singleQuoted();
    const QChar first = m_position < m_text.size() ? m_text.at(m_position) : QChar();
    return first.isLetter() || first == u'_' ? word() : number();
}

Result<QByteArray> CallLiterals::doubleQuoted()
{
    const qsizetype start = m_position;
    QString value;
    qsizetype backslashes = 0;
    for (; m_position < m_text.size(); ++m_position) {
        const QChar c = m_text.at(m_position);
        const bool isQuote = c == u'"';
        if (isQuote && m_quotes == Quotes::CanBeEscaped && backslashes > 0) {
            value.chop((backslashes + 1) / 2);
            if (backslashes % 2 == 0)
                break;
        } else if (isQuote) {
            break;
        }
        value.append(c);
        backslashes = c == u'\\' ? backslashes + 1 : 0;
    }
    return closed(start, value);
}

Result<QByteArray> CallLiterals::singleQuoted()
{
    const qsizetype start = m_position;
    QString value;
    while (m_position < m_text.size() && m_text.at(m_position) != u'\'') {
        if (!take(u'\\')) {
            value.append(m_text.at(m_position++));
            continue;
        }
        const auto escaped = escape();
        if (!escaped)
            return escaped.error();
        value.append(*escaped);
    }
    return closed(start, value);
}

/// The text that began at `start` and should end here.
Result<QByteArray> CallLiterals::closed(qsizetype start, const QString &value)
{
    if (m_position == m_text.size())
        return mistakeAt(start - 1, CoreText::tr("this text has no closing quote."));
    ++m_position;
    if (!value.isValidUtf16())
        return mistakeAt(start - 1, CoreText::tr("this text contains half a character."));
    return toJsonText(QJsonValue(value)).toUtf8();
}

/// What stands after a backslash.
Result<QString> CallLiterals::escape()
{
    static const QHash<char16_t, char16_t> plain{{u'\\', u'\\'}, {u'\'', u'\''}, {u'"', u'"'},
                                                 {u'n', u'\n'},  {u'r', u'\r'},  {u't', u'\t'}};
    static const QHash<char16_t, int> digits{{u'x', 2}, {u'u', 4}, {u'U', 8}};
    const qsizetype start = m_position - 1;
    const char16_t kind = m_position < m_text.size() ? m_text.at(m_position++).unicode() : u'\0';
    if (const auto found = plain.find(kind); found != plain.end())
        return QString(QChar(*found));
    const QString code = m_text.mid(m_position, digits.value(kind));
    const char32_t point = code.toUInt(nullptr, 16);
    if (!isHexadecimal(code) || code.size() != digits.value(kind) ||
        point > QChar::LastValidCodePoint || QChar::isSurrogate(point))
        return mistakeAt(start,
                         CoreText::tr("this escape is not known; accepted: \\\\ \\' \\\" \\n \\r "
                                      "\\t \\xHH \\uHHHH \\UHHHHHHHH."));
    m_position += code.size();
    return QString::fromUcs4(&point, 1);
}

Result<QByteArray> CallLiterals::number()
{
    static const QRegularExpression form(
        u"\\G([+-]?)(?:([0-9]+)(?![0-9.eED])L?|([0-9]*\\.?[0-9]+)([eE][+-]?[0-9]+)?(D?))"_qs);
    const auto found = form.match(m_text, m_position);
    if (!found.hasMatch())
        return mistakeAt(m_position, CoreText::tr("a text in quotes, a number, True, False or None "
                                                  "is expected here."));
    m_position = found.capturedEnd();
    const QByteArray sign = found.capturedView(1) == u'-' ? "-" : "";
    if (!found.capturedView(2).isEmpty())
        return sign + jsonDigits(found.capturedView(2));
    QByteArray value = sign + jsonDigits(found.capturedView(3)) + found.capturedView(4).toLatin1();
    const bool looksWhole = !value.contains('.') && found.capturedView(4).isEmpty();
    if (looksWhole && !found.capturedView(5).isEmpty())
        value += ".0";
    return value;
}

Result<QByteArray> CallLiterals::word()
{
    static const QHash<QString, QByteArray> words{{u"True"_qs, "true"},   {u"true"_qs, "true"},
                                                  {u"False"_qs, "false"}, {u"false"_qs, "false"},
                                                  {u"None"_qs, "null"},   {u"null"_qs, "null"}};
    const qsizetype start = m_position;
    while (m_position < m_text.size() &&
           (m_text.at(m_position).isLetterOrNumber() || m_text.at(m_position) == u'_'))
        ++m_position;
    const auto found = words.find(m_text.sliced(start, m_position - start));
    if (found == words.end())
        return mistakeAt(start, CoreText::tr("this word is not known; a text needs quotes, and "
                                             "True, False and None are accepted."));
    return *found;
}

} // namespace carillon
