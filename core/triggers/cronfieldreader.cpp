// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronfieldreader.h"

#include <algorithm>

namespace carillon {

namespace {

using Kind = CronMistake::Kind;

constexpr int beyondLimits = 1'000'000; // stands for every larger number

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
    Q_ASSERT(number >= 0 && number < 64);
    return std::uint64_t(1) << number;
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

} // namespace carillon
