// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/lenienttime.h"

#include "core/time/timeparts.h"
#include "core/time/timetokens.h"
#include "core/util/coretext.h"
#include "core/util/quoted.h"

namespace carillon {

namespace {

constexpr qsizetype longestText = 100;

Error notUnderstood(QStringView text)
{
    //: %1 is what was written, in quotes; it follows the name of an argument and a colon.
    return {ErrorCode::InvalidInput,
            CoreText::tr("%1 is not understood as a date; 2030-01-05 10:00 or Jan 5 2030 10:00 is "
                         "accepted")
                .arg(quoted(text))};
}

/// Tells by its neighbours what each token says.
class LenientReader
{
public:
    explicit LenientReader(std::vector<TimeToken> tokens) : m_tokens(std::move(tokens)) {}

    /// Nothing if it cannot be understood, or means two things.
    std::optional<TimeParts> read()
    {
        while (m_at < m_tokens.size()) {
            if (!readPart())
                return {};
        }
        return sortNumbers() ? std::optional(m_parts) : std::nullopt;
    }

private:
    const TimeToken *peek(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_tokens.size() ? &m_tokens[m_at + ahead] : nullptr;
    }
    bool isNumberNext() const { return peek() && peek()->isNumber(); }
    bool take(char16_t sign)
    {
        const bool found = peek() && peek()->is(sign);
        m_at += found ? 1 : 0;
        return found;
    }

    bool readPart()
    {
        const TimeToken &token = m_tokens[m_at];
        if (token.is(u',')) {
            ++m_at;
            return true;
        }
        if (token.is(u'+') || token.is(u'-'))
            return readOffset();
        if (token.isWord())
            return readWord();
        return token.isNumber() && readNumber();
    }

    bool readWord()
    {
        const TimeToken &word = m_tokens[m_at++];
        if (const int month = word.month(); month > 0) {
            take(u'.');
            return m_parts.setMonth(month);
        }
        if (const int weekday = word.weekday(); weekday >= 0)
            return m_parts.setWeekday(weekday);
        if (word.text.compare(u"T", Qt::CaseInsensitive) == 0)
            return isNumberNext();
        const bool isUtc =
            word.text == u"Z" || word.text == u"z" || word.text == u"UTC" || word.text == u"GMT";
        return isUtc && m_parts.hasTime() && m_parts.setOffset(0);
    }

    /// A number begins a time (`10:30`, `3pm`, `100000` behind a date), a date (`2030/01/05`), or
    /// is a day or year.
    bool readNumber()
    {
        const TimeToken *const next = peek(1);
        if (next && (next->is(u':') || next->isHalfOfDay()))
            return readTime();
        const bool isDate = next && (next->is(u'/') || next->is(u'-') || next->is(u'.'));
        if (isDate && peek()->text.size() == 4)
            return readDate(next->text.front());
        const TimeToken token = m_tokens[m_at++];
        const auto digits = token.text.size();
        if (digits == 8 && !m_parts.hasMonth())
            return setDate(token.value() / 10'000, token.value() / 100 % 100, token.value() % 100);
        const bool isDateKnown = m_parts.hasMonth() && m_parts.hasDay() && m_parts.hasYear();
        if ((digits == 6 || digits == 4) && isDateKnown)
            return readCompactTime(token);
        if (peek() && peek()->isOrdinalEnding())
            ++m_at;
        m_numbers.push_back(token);
        return m_numbers.size() <= 2;
    }

    /// Year first: the only order of plain numbers that means one thing to everybody.
    bool readDate(QChar separator)
    {
        int parts[3];
        for (int i = 0; i < 3; ++i) {
            if (i > 0 && !take(separator.unicode()))
                return false;
            if (!isNumberNext())
                return false;
            parts[i] = m_tokens[m_at++].value();
        }
        return setDate(parts[0], parts[1], parts[2]);
    }

    bool setDate(int year, int month, int day)
    {
        return m_parts.setYear(year) && m_parts.setMonth(month) && m_parts.setDay(day);
    }

    bool readTime()
    {
        int hour = m_tokens[m_at++].value();
        int parts[2] = {0, 0};
        Duration fraction{0};
        for (int &part : parts) {
            if (!take(u':'))
                break;
            if (!isNumberNext() || peek()->text.size() > 2)
                return false;
            part = m_tokens[m_at++].value();
        }
        if (take(u'.') && !readFraction(fraction))
            return false;
        if (peek() && peek()->isHalfOfDay()) {
            if (hour < 1 || hour > 12)
                return false;
            const bool isAfternoon = m_tokens[m_at++].text.front().toLower() == u'p';
            hour = hour % 12 + (isAfternoon ? 12 : 0);
        }
        return m_parts.setTime(hour, parts[0], parts[1], fraction);
    }

    bool readFraction(Duration &fraction)
    {
        if (!isNumberNext())
            return false;
        const QString digits = m_tokens[m_at++].text.left(6).toString().leftJustified(6, u'0');
        fraction = Duration(digits.toInt());
        return true;
    }

    bool readCompactTime(const TimeToken &token)
    {
        const int number = token.text.size() == 4 ? token.value() * 100 : token.value();
        return m_parts.setTime(number / 10'000, number / 100 % 100, number % 100, {});
    }

    bool readOffset()
    {
        const bool isWest = m_tokens[m_at++].is(u'-');
        if (!m_parts.hasTime() || !isNumberNext())
            return false;
        const TimeToken token = m_tokens[m_at++];
        int hour = token.value();
        int minute = 0;
        if (token.text.size() == 4) {
            minute = hour % 100;
            hour /= 100;
        } else if (token.text.size() != 2) {
            return false;
        } else if (take(u':')) {
            if (!isNumberNext() || peek()->text.size() != 2)
                return false;
            minute = m_tokens[m_at++].value();
        }
        const int offset = hour * 3600 + minute * 60;
        return hour <= 23 && minute <= 59 && m_parts.setOffset(isWest ? -offset : offset);
    }

    /// Beside a month one number is the day, and one of four digits the year.
    bool sortNumbers()
    {
        if (!m_numbers.empty() && (!m_parts.hasMonth() || m_parts.hasDay()))
            return false;
        for (const TimeToken &token : m_numbers) {
            const bool isYear = token.text.size() == 4;
            if (!isYear && token.text.size() > 2)
                return false;
            if (!(isYear ? m_parts.setYear(token.value()) : m_parts.setDay(token.value())))
                return false;
        }
        return true;
    }

    std::vector<TimeToken> m_tokens;
    std::size_t m_at = 0;
    std::vector<TimeToken> m_numbers; ///< days or years
    TimeParts m_parts;
};

} // namespace

Result<WrittenTime> parseLenientTime(QStringView text, LocalTime today)
{
    if (const auto exact = parseWrittenTime(text))
        return exact;
    if (text.size() > longestText)
        return notUnderstood(text.first(longestText));
    const auto parts = LenientReader(timeTokens(text)).read();
    const auto time = parts ? parts->asOf(today) : std::nullopt;
    return time ? Result<WrittenTime>(*time) : notUnderstood(text);
}

QString writtenText(const WrittenTime &time)
{
    const QString text = toIso(Instant(time.local.time_since_epoch()));
    const QString bare = text.chopped(offsetText(std::chrono::seconds(0)).size());
    return time.offset ? bare + offsetText(*time.offset) : bare;
}

} // namespace carillon
