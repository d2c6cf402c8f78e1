// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronfieldreader.h"

#include <algorithm>

namespace carillon {

namespace {

using Kind = CronMistake::Kind;

constexpr int beyondLimits = 1'000'000; // stands for every larger number
constexpr int lastPlace = 5;            // behind 1st … 5th

bool isLetter(char16_t c)
{
    c |= 0x20;
    return c >= u'a' && c <= u'z';
}

bool isDigit(char16_t c)
{
    return c >= u'0' && c <= u'9';
}

/// Bits 0, n, 2n …
constexpr auto multiples = [] {
    std::array<std::uint64_t, 64> masks{};
    for (int n = 1; n < 64; ++n) {
        for (int bit = 0; bit < 64; bit += n)
            masks[std::size_t(n)] |= std::uint64_t(1) << bit;
    }
    return masks;
}();

/// Bits from, from + step … up to `to`; none of them is above 63.
std::uint64_t stepMask(int from, int to, int step)
{
    const std::uint64_t all = step < 64 ? multiples[std::size_t(step)] : 1;
    return all << from & ~std::uint64_t(0) >> (63 - to);
}

std::uint64_t bit(int number)
{
    return std::uint64_t(1) << number;
}

/// 0–4 for `1st` … `5th`, 5 for `last`.
std::optional<int> placeOf(QStringView word)
{
    static constexpr std::array<QStringView, 6> places{u"1st", u"2nd", u"3rd",
                                                       u"4th", u"5th", u"last"};
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (word.size() == places[i].size() && word.compare(places[i], Qt::CaseInsensitive) == 0)
            return int(i);
    }
    return {};
}

/// What a range that runs backwards covers if it goes on over the end of the field.
QString wrapped(const CronFieldGrammar &grammar, QStringView written)
{
    const auto dash = written.indexOf(u'-');
    const QString first = written.first(dash).toString();
    const QString last = written.sliced(dash + 1).toString();
    if (grammar.field == CronField::Year)
        return last + u'-' + first;
    const QStringList names = cronNames(grammar);
    const auto shown = [&](int number, const QString &like) {
        return isLetter(like.front().unicode()) ? names[number - grammar.least]
                                                : QString::number(number);
    };
    const auto range = [](const QString &from, const QString &to) {
        return from.compare(to, Qt::CaseInsensitive) == 0 ? from : from + u'-' + to;
    };
    return range(first, shown(grammar.top(), first)) + u',' +
           range(shown(grammar.least, last), last);
}

} // namespace

CronFieldReader::CronFieldReader(const CronFieldGrammar &grammar, QStringView text,
                                 CronMasks &masks)
    : m_grammar(grammar),
      m_masks(masks),
      m_begin(text.begin()),
      m_end(text.end()),
      m_at(m_begin)
{
}

bool CronFieldReader::read()
{
    const bool single = m_end - m_begin == 1;
    if (single && *m_begin == u'*')
        return true;
    if (single && *m_begin == u'?' && m_grammar.has(CronForm::QuestionMark))
        return true;
    if (m_grammar.field == CronField::Year)
        m_masks.years = {};
    if (!readList())
        return false;
    store();
    return true;
}

bool CronFieldReader::readList()
{
    const bool blanks = m_grammar.has(CronForm::BlanksInLists);
    while (blanks && (peek() == u' ' || peek() == u'\t'))
        ++m_at;
    int items = 0;
    do {
        if (blanks && items > 0)
            skipBlanks();
        if (!readItem())
            return false;
        ++items;
        if (blanks)
            skipBlanks();
    } while (take(u','));
    while (blanks && (peek() == u' ' || peek() == u'\t'))
        ++m_at;
    if (!atEnd())
        return refuse(Kind::Unexpected, m_at, std::find(m_at, m_end, u','));
    if (m_special && items > 1 && m_grammar.has(CronForm::AloneIfSpecial))
        return refuse(Kind::NotAlone, m_special, std::find(m_special, m_end, u','));
    return true;
}

bool CronFieldReader::readItem()
{
    const QChar *const begin = m_at;
    if (take(u'*'))
        return readStep(m_grammar.least, m_grammar.top(), begin);
    if (peek() == u'/' && m_grammar.has(CronForm::BareSteps))
        return readStep(m_grammar.least, m_grammar.top(), begin);
    if (isLetter(peek()) || m_grammar.has(CronForm::Ordinals)) {
        if (const auto done = readWord())
            return *done;
    }
    Value first{};
    if (!readValue(first))
        return false;
    if (take(u'-'))
        return readRangeEnd(first);
    if (peek() == u'/')
        return readStep(first.number, std::max(first.number, m_grammar.top()), begin);
    bool found = false;
    if (m_grammar.has(CronForm::NearestWeekday) || m_grammar.has(CronForm::WeekdayOfMonth)) {
        if (!readSuffix(first, found))
            return false;
    }
    if (!found)
        accept(first.number, first.number, 1);
    return true;
}

bool CronFieldReader::readRangeEnd(const Value &first)
{
    Value last{};
    if (!readValue(last))
        return false;
    // `fri-sun` ends on Sunday as 7; `sun-sun` is one day.
    if (last.isName && last.number == 0 && m_grammar.hasTwoSundays() && first.number % 7 != 0)
        last.number = 7;
    if (first.number > last.number) {
        if (!m_grammar.has(CronForm::WrappingRanges))
            return refuse(Kind::Backwards, first.begin, m_at);
        last.number += m_grammar.most - m_grammar.least + 1;
    }
    return readStep(first.number, last.number, first.begin);
}

/// `/n`, if there is one, and then takes the values.
bool CronFieldReader::readStep(int from, int to, const QChar *begin)
{
    int step = 1;
    if (take(u'/')) {
        const QChar *const digits = m_at;
        const int most =
            m_grammar.mostStep == CronFieldGrammar::withinRange ? to - from : m_grammar.mostStep;
        if (!readNumber(step))
            return refuse(Kind::StepMissing, digits, m_at, 1, most);
        if (most < 1)
            return refuse(Kind::StepOfOneValue, begin, m_at, 1, most);
        if (step < 1 || step > most)
            return refuse(Kind::StepOutOfRange, digits, m_at, 1, most);
    }
    accept(from, to, step);
    return true;
}

bool CronFieldReader::readNumber(int &number)
{
    if (!isDigit(peek()))
        return false;
    number = 0;
    for (; isDigit(peek()); ++m_at)
        number = std::min(beyondLimits, number * 10 + (peek() - u'0'));
    return true;
}

bool CronFieldReader::readValue(Value &value)
{
    value.begin = m_at;
    if (isLetter(peek()))
        return readName(value);
    if (!readNumber(value.number)) {
        if (atEnd() || peek() == u',')
            return refuse(Kind::ValueMissing, m_at, m_at);
        const bool pair = m_at->isHighSurrogate() && m_end - m_at > 1;
        return refuse(Kind::NotANumber, m_at, m_at + (pair ? 2 : 1));
    }
    if (value.number < m_grammar.least || value.number > m_grammar.most)
        return refuse(Kind::OutOfRange, value.begin, m_at);
    return true;
}

bool CronFieldReader::readName(Value &value)
{
    const QChar *end = wordEnd();
    const bool friL = m_grammar.has(CronForm::WeekdayOfMonth) && end - m_at == 4 &&
                      (m_at[3] == u'l' || m_at[3] == u'L');
    const auto number = cronNumberOf(m_grammar, QStringView(m_at, friL ? end - 1 : end));
    if (!number)
        return refuseWord(end);
    m_at = friL ? end - 1 : end;
    value.number = *number;
    value.isName = true;
    return true;
}

bool CronFieldReader::refuseWord(const QChar *end)
{
    const bool hasWords = m_grammar.has(CronForm::LastWord) || m_grammar.has(CronForm::LastDay);
    if (m_grammar.names != CronNames::None)
        return refuse(Kind::UnknownName, m_at, end);
    return refuse(hasWords ? Kind::UnknownDay : Kind::NotANumber, m_at, end);
}

/// What begins with a word that stands neither for a month nor for a weekday; nothing if there is
/// no such thing here.
std::optional<bool> CronFieldReader::readWord()
{
    const QStringView word(m_at, wordEnd());
    if (m_grammar.has(CronForm::LastWord)) {
        const auto place = placeOf(word);
        if (place && m_grammar.has(CronForm::Ordinals))
            return readOrdinal(*place);
        if (place == lastPlace) {
            m_at = word.end();
            m_daysFromLast |= 1;
            return true;
        }
    }
    if (!m_grammar.has(CronForm::LastDay) || peekLower() != u'l')
        return {};
    const bool alone = word.size() == 1;
    if (!alone && !(word.size() == 2 && (word[1] == u'w' || word[1] == u'W')))
        return {};
    if (!alone && !m_grammar.has(CronForm::FromLastDay))
        return {};
    m_special = m_at++;
    if (m_grammar.names == CronNames::Weekdays)
        m_values |= bit(m_grammar.most); // Quartz says Saturday
    else
        return readFromLastDay();
    return true;
}

/// `last`, or `3rd`, blanks and a weekday.
bool CronFieldReader::readOrdinal(int position)
{
    const QChar *const begin = m_at;
    const QChar *const end = wordEnd();
    m_at = end;
    skipBlanks();
    const QChar *const nameEnd = m_at > end ? wordEnd() : m_at;
    if (nameEnd == m_at) {
        if (position != lastPlace)
            return refuse(Kind::WeekdayMissing, begin, end);
        m_at = end;
        m_daysFromLast |= 1;
        return true;
    }
    const auto &weekdays = cronFieldGrammar(CronDialect::ApschedulerFields, CronField::DayOfWeek);
    const auto weekday = cronNumberOf(weekdays, QStringView(m_at, nameEnd));
    if (!weekday)
        return refuse(Kind::UnknownWeekday, m_at, nameEnd);
    m_at = nameEnd;
    m_nthWeekdays |= bit(7 * position + *weekday);
    return true;
}

/// Behind `L`: nothing, `W`, `-3` or `-3W`.
bool CronFieldReader::readFromLastDay()
{
    int distance = 0;
    const bool counts = m_grammar.has(CronForm::FromLastDay);
    if (counts && take(u'-')) {
        const QChar *const digits = m_at;
        if (!readNumber(distance) || distance > 30)
            return refuse(digits == m_at ? Kind::ValueMissing : Kind::OutOfRange, digits, m_at, 0,
                          30);
    }
    (counts && takeLetter(u'w') ? m_nearestToFromLast : m_daysFromLast) |= 1U << distance;
    return true;
}

/// What may follow a single value: `15W`, `friL`, `fri#2`.
bool CronFieldReader::readSuffix(const Value &value, bool &found)
{
    found = true;
    if (m_grammar.has(CronForm::NearestWeekday)) {
        if (takeLetter(u'w')) {
            m_nearestWeekdays |= 1U << value.number;
            m_special = value.begin;
            return true;
        }
    } else if (takeLetter(u'l')) {
        m_nthWeekdays |= bit(7 * lastPlace + fromMonday(value.number));
        m_special = value.begin;
        return true;
    } else if (take(u'#')) {
        m_special = value.begin;
        return readPosition(fromMonday(value.number));
    }
    found = false;
    return true;
}

bool CronFieldReader::readPosition(int weekday)
{
    const QChar *const begin = m_at;
    int position = 0;
    if (!readNumber(position) || m_at - begin > 1 || position < 1 || position > 5) {
        const QChar *const end = m_at == begin ? wordEnd() : m_at;
        return refuse(Kind::UnknownPosition, begin, end, 1, 5);
    }
    m_nthWeekdays |= bit(7 * (position - 1) + weekday);
    return true;
}

void CronFieldReader::accept(int from, int to, int step)
{
    if (m_grammar.field == CronField::Year)
        return acceptYears(from, to, step);
    if (to <= m_grammar.most) {
        m_values |= stepMask(from, to, step);
        return;
    }
    const int size = m_grammar.most - m_grammar.least + 1;
    for (int value = from; value <= to; value += step)
        m_values |= bit(value > m_grammar.most ? value - size : value);
}

void CronFieldReader::acceptYears(int from, int to, int step)
{
    for (int value = from - firstCronYear; value <= to - firstCronYear; value += step)
        m_masks.years[std::size_t(value / 64)] |= bit(value % 64);
}

/// The weekday as the masks count it.
int CronFieldReader::fromMonday(int weekday) const
{
    return (weekday - m_grammar.sunday + 13) % 7;
}

void CronFieldReader::store()
{
    switch (m_grammar.field) {
    case CronField::Year: break;
    case CronField::Month: m_masks.months = std::uint16_t(m_values); break;
    case CronField::Day:
        m_masks.days = std::uint32_t(m_values);
        m_masks.daysFromLast = m_daysFromLast;
        m_masks.nearestWeekdays = m_nearestWeekdays;
        m_masks.nearestToFromLast = m_nearestToFromLast;
        m_masks.nthWeekdays = m_nthWeekdays;
        break;
    case CronField::Week: m_masks.weeks = m_values; break;
    case CronField::DayOfWeek: {
        const std::uint64_t sevens = (m_values | m_values >> 7) & everyWeekday;
        const int left = (6 - m_grammar.sunday) % 7; // so that Sunday comes to stand on bit 6
        m_masks.weekdays = std::uint8_t((sevens << left | sevens >> (7 - left)) & everyWeekday);
        m_masks.weekdaysNth = m_nthWeekdays;
        break;
    }
    case CronField::Hour: m_masks.hours = std::uint32_t(m_values); break;
    case CronField::Minute: m_masks.minutes = m_values; break;
    case CronField::Second: m_masks.seconds = m_values; break;
    }
}

bool CronFieldReader::take(char16_t wanted)
{
    const bool found = peek() == wanted && !atEnd();
    m_at += found ? 1 : 0;
    return found;
}

bool CronFieldReader::takeLetter(char16_t wanted)
{
    const bool found = peekLower() == wanted;
    m_at += found ? 1 : 0;
    return found;
}

void CronFieldReader::skipBlanks()
{
    while (peek() == u' ')
        ++m_at;
}

/// Behind the letters and digits from here on.
const QChar *CronFieldReader::wordEnd() const
{
    const QChar *end = m_at;
    while (end != m_end && (isLetter(end->unicode()) || isDigit(end->unicode())))
        ++end;
    return end;
}

bool CronFieldReader::refuse(CronMistake::Kind kind, const QChar *begin, const QChar *end,
                             int least, int most)
{
    m_fault = {kind, begin, end, least, most};
    return false;
}

bool CronFieldReader::refuse(CronMistake::Kind kind, const QChar *begin, const QChar *end)
{
    return refuse(kind, begin, end, m_grammar.least, m_grammar.most);
}

CronMistake describeFault(const CronFieldReader::Fault &fault, const CronFieldGrammar &grammar,
                          QStringView text)
{
    CronMistake mistake;
    mistake.kind = fault.kind;
    mistake.field = grammar.field;
    mistake.column = fault.begin - text.begin() + 1;
    mistake.length = fault.end - fault.begin;
    mistake.wrong = QStringView(fault.begin, fault.end).toString();
    mistake.fieldText = text.toString();
    mistake.least = fault.least;
    if (fault.most != CronFieldGrammar::anyStep)
        mistake.most = fault.most;
    if (fault.kind == Kind::Backwards)
        mistake.instead = wrapped(grammar, mistake.wrong);
    return mistake;
}

} // namespace carillon
