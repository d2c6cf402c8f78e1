// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/crongrammar.h"
#include "core/triggers/cronsyntax.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace carillon {

namespace {

constexpr int fewestInRange = 3;    // `1,2` rather than `1-2`
constexpr int fewestInSequence = 3; // `0,30` rather than `*/30`
constexpr int placeOfLast = 5;      // behind the first to the fifth weekday of a month
constexpr int sunday = 6;

std::vector<int> yearNumbers(const YearMask &years)
{
    std::vector<int> numbers;
    for (std::size_t word = 0; word < years.size(); ++word) {
        for (std::uint64_t left = years[word]; left != 0; left &= left - 1)
            numbers.push_back(firstCronYear + int(word * 64) + std::countr_zero(left));
    }
    return numbers;
}

std::vector<int> numbersOf(std::uint64_t mask)
{
    std::vector<int> numbers;
    for (; mask != 0; mask &= mask - 1)
        numbers.push_back(std::countr_zero(mask));
    return numbers;
}

/// The distance between the numbers if it is the same throughout, else 0.
int stepOf(const std::vector<int> &numbers)
{
    const int step = numbers[1] - numbers[0];
    for (std::size_t i = 2; i < numbers.size(); ++i) {
        if (numbers[i] - numbers[i - 1] != step)
            return 0;
    }
    return step;
}

/// Writes what one field accepts, as the users of its dialect would.
class FieldPrinter
{
public:
    FieldPrinter(CronDialect dialect, CronField field)
        : m_grammar(cronFieldGrammar(dialect, field)),
          m_upperCase(dialect == CronDialect::Quartz)
    {
    }

    const CronFieldGrammar &grammar() const { return m_grammar; }

    /// `*`, `*/5`, `9-17/2` or a list.
    QString values(const std::vector<int> &numbers, bool mayBeginWithStar = true) const
    {
        const bool isWeekday = m_grammar.names == CronNames::Weekdays;
        const int least = isWeekday ? 0 : m_grammar.least;
        const int most = isWeekday ? sunday : m_grammar.most;
        if (int(numbers.size()) == most - least + 1)
            return u"*"_qs;
        const bool isSequence = !isWeekday && int(numbers.size()) >= fewestInSequence;
        const int step = isSequence ? stepOf(numbers) : 0;
        if (step < 2)
            return list(numbers);
        if (mayBeginWithStar && numbers.front() == least && numbers.back() + step > most)
            return u"*/%1"_qs.arg(step);
        return u"%1-%2/%3"_qs.arg(numbers.front()).arg(numbers.back()).arg(step);
    }

    QString list(std::vector<int> numbers) const
    {
        if (m_grammar.hasTwoSundays())
            putSundayFirst(numbers);
        QStringList parts;
        for (std::size_t i = 0; i < numbers.size();) {
            std::size_t end = i + 1;
            while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1)
                ++end;
            const bool isRange = end - i >= fewestInRange;
            if (isRange)
                parts += value(numbers[i]) + u'-' + value(numbers[end - 1]);
            for (; !isRange && i < end; ++i)
                parts += value(numbers[i]);
            i = end;
        }
        return parts.join(u',');
    }

    /// A list that begins with `*`, which Unix crontabs take for no restriction; nothing if the
    /// least number is not in it.
    std::optional<QString> starredList(const std::vector<int> &numbers) const
    {
        const bool isWeekday = m_grammar.names == CronNames::Weekdays;
        const auto has = [&](int number) { // counted as the dialect does, from `least`
            const int counted = isWeekday ? (number + sunday) % 7 : number;
            return std::find(numbers.begin(), numbers.end(), counted) != numbers.end();
        };
        const int least = m_grammar.least;
        for (int step = 2; has(least); ++step) {
            int multiple = least;
            while (multiple <= m_grammar.top() && has(multiple))
                multiple += step;
            if (multiple <= m_grammar.top())
                continue;
            QStringList parts{u"*/%1"_qs.arg(step)};
            for (int number = least; number <= m_grammar.top(); ++number) {
                if (has(number) && (number - least) % step != 0)
                    parts += QString::number(number);
            }
            return parts.join(u',');
        }
        return {};
    }

    /// Weekdays count from Monday. Users of Unix crontabs write numbers for them, others names.
    QString value(int number) const
    {
        if (m_grammar.names != CronNames::Weekdays)
            return QString::number(number);
        if (m_grammar.hasTwoSundays())
            return QString::number(number + 1);
        static const QStringList names =
            cronNames(cronFieldGrammar(CronDialect::ApschedulerFields, CronField::DayOfWeek));
        return m_upperCase ? names[number].toUpper() : names[number];
    }

private:
    /// As 0 rather than 7, unless it ends a range.
    static void putSundayFirst(std::vector<int> &weekdays)
    {
        const auto count = weekdays.size();
        const bool endsRange = count >= fewestInRange && weekdays[count - fewestInRange] == 4;
        if (weekdays.back() != sunday || endsRange)
            return;
        weekdays.pop_back();
        weekdays.insert(weekdays.begin(), -1);
    }

    const CronFieldGrammar &m_grammar;
    bool m_upperCase;
};

bool isDayExpressible(const CronFieldGrammar &grammar, const CronMasks &masks)
{
    const bool hasLast = grammar.has(CronForm::LastWord) || grammar.has(CronForm::LastDay);
    const bool fromLast = masks.daysFromLast > 1 || masks.nearestToFromLast != 0;
    return (masks.nthWeekdays == 0 || grammar.has(CronForm::Ordinals)) &&
           (masks.nearestWeekdays == 0 || grammar.has(CronForm::NearestWeekday)) &&
           (!fromLast || grammar.has(CronForm::FromLastDay)) &&
           (masks.daysFromLast == 0 || hasLast);
}

/// What the day field says beside numbers.
QStringList specialDays(const FieldPrinter &printer, const CronMasks &masks)
{
    static const QStringList places{u"1st"_qs, u"2nd"_qs, u"3rd"_qs,
                                    u"4th"_qs, u"5th"_qs, u"last"_qs};
    const auto fromLast = [](int distance) {
        return distance == 0 ? u"L"_qs : u"L-%1"_qs.arg(distance);
    };
    const bool isLetter = printer.grammar().has(CronForm::LastDay);
    const FieldPrinter weekdays(CronDialect::ApschedulerFields, CronField::DayOfWeek);
    QStringList parts;
    for (const int distance : numbersOf(masks.daysFromLast))
        parts += isLetter ? fromLast(distance) : places[placeOfLast];
    for (const int day : numbersOf(masks.nearestWeekdays))
        parts += u"%1W"_qs.arg(day);
    for (const int distance : numbersOf(masks.nearestToFromLast))
        parts += fromLast(distance) + u'W';
    for (const int nth : numbersOf(masks.nthWeekdays))
        parts += places[nth / 7] + u' ' + weekdays.value(nth % 7);
    return parts;
}

/// A field's list of numbers and of what else it says; nothing where it says nothing or, in
/// Quartz, too much.
std::optional<QString> joined(const FieldPrinter &printer, const std::vector<int> &numbers,
                              QStringList specials)
{
    if (!numbers.empty())
        specials.prepend(printer.values(numbers));
    const bool isAlone = specials.size() == 1;
    if (specials.isEmpty() || (!isAlone && printer.grammar().has(CronForm::AloneIfSpecial)))
        return {};
    return specials.join(u',');
}

std::optional<QString> dayText(const FieldPrinter &printer, const CronMasks &masks)
{
    if (!isDayExpressible(printer.grammar(), masks))
        return {};
    return joined(printer, numbersOf(masks.days), specialDays(printer, masks));
}

std::optional<QString> weekdayText(const FieldPrinter &printer, const CronMasks &masks)
{
    if (masks.weekdaysNth != 0 && !printer.grammar().has(CronForm::WeekdayOfMonth))
        return {};
    QStringList specials;
    for (const int nth : numbersOf(masks.weekdaysNth)) {
        const QString weekday = printer.value(nth % 7);
        const int place = nth / 7;
        specials += place == placeOfLast ? weekday + u'L' : u"%1#%2"_qs.arg(weekday).arg(place + 1);
    }
    return joined(printer, numbersOf(masks.weekdays), specials);
}

std::optional<QString> fieldText(CronDialect dialect, CronField field, const CronMasks &masks)
{
    const FieldPrinter printer(dialect, field);
    switch (field) {
    case CronField::Year:
        return masks.years == everyYear ? u"*"_qs : joined(printer, yearNumbers(masks.years), {});
    case CronField::Month: return joined(printer, numbersOf(masks.months), {});
    case CronField::Day: return dayText(printer, masks);
    case CronField::Week: return joined(printer, numbersOf(masks.weeks), {});
    case CronField::DayOfWeek: return weekdayText(printer, masks);
    case CronField::Hour: return joined(printer, numbersOf(masks.hours), {});
    case CronField::Minute: return joined(printer, numbersOf(masks.minutes), {});
    case CronField::Second: break;
    }
    return joined(printer, numbersOf(masks.seconds), {});
}

using FieldTexts = std::array<QString, cronFieldCount>;

QString &at(FieldTexts &texts, CronField field)
{
    return texts[std::size_t(field)];
}

/// Quartz wants `?` for the day or the weekday.
bool putQuestionMark(FieldTexts &texts)
{
    const bool anyWeekday = at(texts, CronField::DayOfWeek) == u"*";
    const bool possible = anyWeekday || at(texts, CronField::Day) == u"*";
    at(texts, anyWeekday ? CronField::DayOfWeek : CronField::Day) = u"?"_qs;
    return possible;
}

/// In Unix crontabs it is the `*` at the beginning that makes day and weekday match together.
bool putStars(CronDialect dialect, FieldTexts &texts, const CronMasks &masks)
{
    QString &day = at(texts, CronField::Day);
    QString &weekday = at(texts, CronField::DayOfWeek);
    const FieldPrinter days(dialect, CronField::Day);
    if (masks.dayRule == CronMasks::DayRule::Either) {
        day = days.values(numbersOf(masks.days), false);
        return day != u"*" && weekday != u"*";
    }
    if (day.startsWith(u'*') || weekday.startsWith(u'*'))
        return true;
    if (const auto starred = days.starredList(numbersOf(masks.days))) {
        day = *starred;
        return true;
    }
    const FieldPrinter weekdays(dialect, CronField::DayOfWeek);
    const auto starred = weekdays.starredList(numbersOf(masks.weekdays));
    weekday = starred.value_or(QString());
    return starred.has_value();
}

/// Where nothing but the nth weekdays of a month is meant, they go to the weekday field.
CronMasks withoutOrdinals(CronMasks masks)
{
    const bool onlyThey = masks.days == 0 && masks.daysFromLast == 0 &&
                          masks.nearestWeekdays == 0 && masks.nearestToFromLast == 0 &&
                          masks.weekdays == everyWeekday && masks.weekdaysNth == 0;
    if (masks.nthWeekdays != 0 && onlyThey) {
        masks.weekdaysNth = std::exchange(masks.nthWeekdays, 0);
        masks.weekdays = 0;
        masks.days = everyDayOfMonth;
    }
    return masks;
}

/// What a dialect does not write it takes for `*`, or for second 0.
bool isLeftOut(CronField field, const CronMasks &masks)
{
    switch (field) {
    case CronField::Year: return masks.years == everyYear;
    case CronField::Week: return masks.weeks == everyWeek;
    case CronField::Second: return masks.seconds == 1;
    default: return false;
    }
}

} // namespace

std::optional<QString> printCron(CronDialect dialect, const CronMasks &masks)
{
    const CronGrammar &grammar = cronGrammar(dialect);
    if (masks.dayRule == CronMasks::DayRule::Either && !grammar.eitherDay)
        return {};
    const CronMasks said = withoutOrdinals(masks);
    FieldTexts texts;
    for (const CronFieldGrammar &field : grammar.fields) {
        const auto text = fieldText(dialect, field.field, said);
        if (!text)
            return {};
        at(texts, field.field) = *text;
    }
    if (grammar.oneQuestionMark && !putQuestionMark(texts))
        return {};
    if (grammar.eitherDay && !putStars(dialect, texts, said))
        return {};
    for (const CronField field : {CronField::Year, CronField::Week, CronField::Second}) {
        if (at(texts, field).isEmpty() && !isLeftOut(field, said))
            return {};
    }
    QStringList line;
    for (const CronFieldGrammar &field : grammar.fields)
        line += at(texts, field.field);
    const bool needsYear = grammar.fewestFields == int(grammar.fields.size());
    if (!needsYear && line.last() == u"*")
        line.removeLast();
    return line.join(u' ');
}

std::optional<CronTexts> printCronFields(const CronMasks &masks)
{
    if (masks.dayRule == CronMasks::DayRule::Either)
        return {};
    const bool wholeMinutes = masks.seconds == 1;
    CronTexts texts;
    for (int i = 0; i < cronFieldCount; ++i) {
        const auto field = CronField(i);
        const auto text = fieldText(CronDialect::ApschedulerFields, field, masks);
        if (!text)
            return {};
        const CronField finest = wholeMinutes ? CronField::Minute : CronField::Second;
        if (field == finest || (field < finest && *text != u"*"))
            texts[std::size_t(i)] = *text;
    }
    return texts;
}

} // namespace carillon
