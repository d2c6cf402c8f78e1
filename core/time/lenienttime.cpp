// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/lenienttime.h"

#include "core/time/civil.h"
#include "core/util/coretext.h"
#include "core/util/quoted.h"

#include <QStringList>

#include <vector>

namespace carillon {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr qsizetype longestText = 100;

Error notUnderstood(QStringView text)
{
    //: %1 is what was written, in quotes; it follows the name of an argument and a colon.
    return {ErrorCode::InvalidInput,
            CoreText::tr("%1 is not understood as a date; 2030-01-05 10:00 or Jan 5 2030 10:00 is "
                         "accepted")
                .arg(quoted(text))};
}

/// A run of digits, a run of letters, or one other character.
struct Token
{
    enum class Kind { Number, Word, Sign };
    Kind kind = Kind::Sign;
    QStringView text;
    bool followsBlank = false;

    bool is(char16_t sign) const { return kind == Kind::Sign && text.front() == QChar(sign); }
    bool isNumber() const { return kind == Kind::Number; }
    /// If there are many digits, a number that is too great for anything.
    int value() const { return text.size() > 8 ? 999'999'999 : text.toInt(); }
};

Token::Kind kindOf(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return Token::Kind::Number;
    const QChar lower = c.toLower();
    return lower >= u'a' && lower <= u'z' ? Token::Kind::Word : Token::Kind::Sign;
}

std::vector<Token> tokensOf(QStringView text)
{
    std::vector<Token> tokens;
    bool blank = false;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            blank = true;
            ++at;
            continue;
        }
        const Token::Kind kind = kindOf(text[at]);
        qsizetype end = at + 1;
        while (kind != Token::Kind::Sign && end < text.size() && kindOf(text[end]) == kind)
            ++end;
        tokens.push_back({kind, text.sliced(at, end - at), blank});
        at = end;
        blank = false;
    }
    return tokens;
}

/// Where `word` begins one of the names, written out or in three letters (`sept` too); else -1.
int indexOfName(QStringView word, const QStringList &names)
{
    for (int i = 0; i < names.size(); ++i) {
        const bool isShort = word.size() == 3 || (word.size() == 4 && names.at(i).size() == 9);
        const bool fits = word.size() == names.at(i).size() || isShort;
        if (fits && names.at(i).startsWith(word, Qt::CaseInsensitive))
            return i;
    }
    return -1;
}

int monthNamed(QStringView word)
{
    static const QStringList names{u"january"_qs,   u"february"_qs, u"march"_qs,    u"april"_qs,
                                   u"may"_qs,       u"june"_qs,     u"july"_qs,     u"august"_qs,
                                   u"september"_qs, u"october"_qs,  u"november"_qs, u"december"_qs};
    return indexOfName(word, names) + 1;
}

int weekdayNamed(QStringView word)
{
    static const QStringList names{u"monday"_qs, u"tuesday"_qs,  u"wednesday"_qs, u"thursday"_qs,
                                   u"friday"_qs, u"saturday"_qs, u"sunday"_qs};
    return indexOfName(word, names);
}

/// Collects what the tokens say; each part at most once.
class LenientReader
{
public:
    explicit LenientReader(std::vector<Token> tokens) : m_tokens(std::move(tokens)) {}

    bool read()
    {
        while (m_at < m_tokens.size()) {
            if (!readPart())
                return false;
        }
        return sortNumbers() && (hasDate() || hasTime());
    }

    std::optional<WrittenTime> result(LocalTime today) const
    {
        const auto days = std::chrono::floor<std::chrono::days>(today).time_since_epoch().count();
        CivilDate date = civilFromDays(days);
        if (hasDate())
            date = {m_year == unset ? date.year : m_year, m_month, m_day};
        const bool exists = date.year >= 1 && date.month >= 1 && date.month <= 12 &&
                            date.day >= 1 && date.day <= daysInMonth(date.year, date.month);
        if (!exists)
            return {};
        const std::int64_t day = daysFromCivil(date);
        if (m_weekday != unset && weekdayFromDays(day) != m_weekday)
            return {};
        WrittenTime time{LocalTime(seconds(day * secondsPerDay) + Duration(hasTime() ? m_time : 0)),
                         {}};
        if (m_offset != noOffset)
            time.offset = seconds(m_offset);
        return time;
    }

private:
    static constexpr int unset = -1;
    static constexpr int noOffset = 1'000'000;

    bool hasDate() const { return m_month != unset; }
    bool hasTime() const { return m_time != unset; }

    const Token *peek(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_tokens.size() ? &m_tokens[m_at + ahead] : nullptr;
    }
    bool take(char16_t sign)
    {
        const bool found = peek() && peek()->is(sign);
        m_at += found ? 1 : 0;
        return found;
    }
    /// False if it was said before.
    template <typename Number>
    static bool set(Number &field, Number value, Number unsaid = unset)
    {
        return std::exchange(field, value) == unsaid;
    }

    bool readPart()
    {
        const Token &token = m_tokens[m_at];
        if (token.is(u',')) {
            ++m_at;
            return true;
        }
        if (token.is(u'+') || token.is(u'-'))
            return readOffset();
        if (token.kind == Token::Kind::Word)
            return readWord(token.text);
        return token.isNumber() && readNumber();
    }

    bool readWord(QStringView word)
    {
        ++m_at;
        if (const int month = monthNamed(word); month > 0) {
            take(u'.');
            m_monthIsNamed = true;
            return set(m_month, month);
        }
        if (const int weekday = weekdayNamed(word); weekday >= 0)
            return set(m_weekday, weekday);
        if (word.compare(u"T", Qt::CaseInsensitive) == 0)
            return peek() && peek()->isNumber();
        const bool isUtc = word == u"Z" || word == u"z" || word == u"UTC" || word == u"GMT";
        return isUtc && hasTime() && set(m_offset, 0, noOffset);
    }

    /// A number begins a time (`10:30`, `3pm`, `100000` behind a date), a date (`2030/01/05`), or
    /// is a day or year.
    bool readNumber()
    {
        const Token *const next = peek(1);
        const bool isHalf = next && next->kind == Token::Kind::Word && isHalfOfDay(next->text);
        if ((next && next->is(u':')) || isHalf)
            return readTime();
        const bool isDate = next && (next->is(u'/') || next->is(u'-') || next->is(u'.'));
        if (isDate && peek()->text.size() == 4)
            return readDate(next->text.front());
        const Token token = m_tokens[m_at++];
        if (token.text.size() == 8 && !hasDate()) {
            const int number = token.value();
            m_monthIsNamed = true;
            return set(m_year, number / 10'000) && set(m_month, number / 100 % 100) &&
                   set(m_day, number % 100);
        }
        if ((token.text.size() == 6 || token.text.size() == 4) && hasDate() && m_day != unset &&
            m_year != unset)
            return readCompactTime(token);
        takeOrdinal();
        m_numbers.push_back(token);
        return m_numbers.size() <= 2;
    }

    static bool isHalfOfDay(QStringView word)
    {
        return word.compare(u"am", Qt::CaseInsensitive) == 0 ||
               word.compare(u"pm", Qt::CaseInsensitive) == 0;
    }

    /// The letters of `5th`.
    void takeOrdinal()
    {
        static const QStringList endings{u"st"_qs, u"nd"_qs, u"rd"_qs, u"th"_qs};
        const Token *const next = peek();
        if (next && !next->followsBlank && endings.contains(next->text.toString().toLower()))
            ++m_at;
    }

    /// Year first: the only order of plain numbers that means one thing to everybody.
    bool readDate(QChar separator)
    {
        int parts[3];
        for (int i = 0; i < 3; ++i) {
            if (i > 0 && !take(separator.unicode()))
                return false;
            if (!peek() || !peek()->isNumber())
                return false;
            parts[i] = m_tokens[m_at++].value();
        }
        m_monthIsNamed = true;
        return set(m_year, parts[0]) && set(m_month, parts[1]) && set(m_day, parts[2]);
    }

    bool readTime()
    {
        int hour = m_tokens[m_at++].value();
        int parts[2] = {0, 0};
        Duration fraction{0};
        for (int &part : parts) {
            if (!take(u':'))
                break;
            if (!peek() || !peek()->isNumber() || peek()->text.size() > 2)
                return false;
            part = m_tokens[m_at++].value();
        }
        if (take(u'.') && !readFraction(fraction))
            return false;
        if (peek() && peek()->kind == Token::Kind::Word && isHalfOfDay(peek()->text)) {
            if (hour < 1 || hour > 12)
                return false;
            const bool isAfternoon = m_tokens[m_at++].text.front().toLower() == u'p';
            hour = hour % 12 + (isAfternoon ? 12 : 0);
        }
        return setTime(hour, parts[0], parts[1], fraction);
    }

    bool readFraction(Duration &fraction)
    {
        if (!peek() || !peek()->isNumber())
            return false;
        const QString digits = m_tokens[m_at++].text.left(6).toString().leftJustified(6, u'0');
        fraction = Duration(digits.toInt());
        return true;
    }

    bool readCompactTime(const Token &token)
    {
        const int number = token.text.size() == 4 ? token.value() * 100 : token.value();
        return setTime(number / 10'000, number / 100 % 100, number % 100, {});
    }

    bool setTime(int hour, int minute, int second, Duration fraction)
    {
        if (hour < 0 || hour > 23 || minute > 59 || second > 59)
            return false;
        const Duration time = hours(hour) + minutes(minute) + seconds(second) + fraction;
        return set(m_time, std::int64_t(time.count()), std::int64_t(unset));
    }

    bool readOffset()
    {
        const bool isWest = m_tokens[m_at++].is(u'-');
        if (!hasTime() || !peek() || !peek()->isNumber())
            return false;
        const Token token = m_tokens[m_at++];
        int hour = token.value();
        int minute = 0;
        if (token.text.size() == 4) {
            minute = hour % 100;
            hour /= 100;
        } else if (token.text.size() != 2) {
            return false;
        } else if (take(u':')) {
            if (!peek() || !peek()->isNumber() || peek()->text.size() != 2)
                return false;
            minute = m_tokens[m_at++].value();
        }
        const int offset = hour * 3600 + minute * 60;
        return hour <= 23 && minute <= 59 && set(m_offset, isWest ? -offset : offset, noOffset);
    }

    /// Beside a month in words one number is the day, and one of four digits the year.
    bool sortNumbers()
    {
        if (!m_numbers.empty() && (!m_monthIsNamed || m_day != unset))
            return false;
        for (const Token &token : m_numbers) {
            const bool isYear = token.text.size() == 4;
            if (!isYear && token.text.size() > 2)
                return false;
            if (!(isYear ? set(m_year, token.value()) : set(m_day, token.value())))
                return false;
        }
        return !hasDate() ? m_weekday == unset : m_day != unset;
    }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    std::vector<Token> m_numbers;
    // Plain numbers, because GCC 12 takes optional ones for uninitialised.
    int m_year = unset;
    int m_month = unset;
    int m_day = unset;
    int m_weekday = unset;
    std::int64_t m_time = unset; ///< microseconds of the day
    int m_offset = noOffset;     ///< seconds
    bool m_monthIsNamed = false; ///< or written in an order that leaves no doubt
};

} // namespace

Result<WrittenTime> parseLenientTime(QStringView text, LocalTime today)
{
    if (const auto exact = parseWrittenTime(text))
        return exact;
    if (text.size() > longestText)
        return notUnderstood(text.first(longestText));
    LenientReader reader(tokensOf(text));
    const auto time = reader.read() ? reader.result(today) : std::nullopt;
    return time ? Result<WrittenTime>(*time) : notUnderstood(text);
}

QString writtenText(const WrittenTime &time)
{
    const QString text = toIso(Instant(time.local.time_since_epoch()));
    const QString bare = text.chopped(offsetText(seconds(0)).size());
    return time.offset ? bare + offsetText(*time.offset) : bare;
}

} // namespace carillon
