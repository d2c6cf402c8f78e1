// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronfieldprinter.h"
#include "core/triggers/cronrhythm.h"
#include "core/triggers/cronsyntax.h"

#include <utility>

namespace carillon {

namespace {

constexpr int placeOfLast = 5; // behind the first to the fifth weekday of a month

std::vector<int> yearsIn(const YearMask &years)
{
    std::vector<int> numbers;
    for (std::size_t word = 0; word < years.size(); ++word) {
        for (const int bit : numbersIn(years[word]))
            numbers.push_back(firstCronYear + int(word * 64) + bit);
    }
    return numbers;
}

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
QStringList specialDays(const CronFieldPrinter &printer, const CronMasks &masks)
{
    static const QStringList places{u"1st"_qs, u"2nd"_qs, u"3rd"_qs,
                                    u"4th"_qs, u"5th"_qs, u"last"_qs};
    const auto fromLast = [](int distance) {
        return distance == 0 ? u"L"_qs : u"L-%1"_qs.arg(distance);
    };
    const bool isLetter = printer.grammar().has(CronForm::LastDay);
    const CronFieldPrinter weekdays(CronDialect::ApschedulerFields, CronField::DayOfWeek);
    QStringList parts;
    for (const int distance : numbersIn(masks.daysFromLast))
        parts += isLetter ? fromLast(distance) : places[placeOfLast];
    for (const int day : numbersIn(masks.nearestWeekdays))
        parts += u"%1W"_qs.arg(day);
    for (const int distance : numbersIn(masks.nearestToFromLast))
        parts += fromLast(distance) + u'W';
    for (const int nth : numbersIn(masks.nthWeekdays))
        parts += places[nth / 7] + u' ' + weekdays.value(nth % 7);
    return parts;
}

/// A field's list of numbers and of what else it says; nothing where it says nothing or, in
/// Quartz, too much.
std::optional<QString> joined(const CronFieldPrinter &printer, const std::vector<int> &numbers,
                              QStringList specials)
{
    if (!numbers.empty())
        specials.prepend(printer.values(numbers));
    const bool isAlone = specials.size() == 1;
    if (specials.isEmpty() || (!isAlone && printer.grammar().has(CronForm::AloneIfSpecial)))
        return {};
    return specials.join(u',');
}

std::optional<QString> dayText(const CronFieldPrinter &printer, const CronMasks &masks)
{
    if (!isDayExpressible(printer.grammar(), masks))
        return {};
    return joined(printer, numbersIn(masks.days), specialDays(printer, masks));
}

std::optional<QString> weekdayText(const CronFieldPrinter &printer, const CronMasks &masks)
{
    if (masks.weekdaysNth != 0 && !printer.grammar().has(CronForm::WeekdayOfMonth))
        return {};
    QStringList specials;
    for (const int nth : numbersIn(masks.weekdaysNth)) {
        const QString weekday = printer.value(nth % 7);
        const int place = nth / 7;
        specials += place == placeOfLast ? weekday + u'L' : u"%1#%2"_qs.arg(weekday).arg(place + 1);
    }
    return joined(printer, numbersIn(masks.weekdays), specials);
}

std::optional<QString> fieldText(CronDialect dialect, CronField field, const CronMasks &masks)
{
    const CronFieldPrinter printer(dialect, field);
    switch (field) {
    case CronField::Year:
        return masks.years == everyYear ? u"*"_qs : joined(printer, yearsIn(masks.years), {});
    case CronField::Month: return joined(printer, numbersIn(masks.months), {});
    case CronField::Day: return dayText(printer, masks);
    case CronField::Week: return joined(printer, numbersIn(masks.weeks), {});
    case CronField::DayOfWeek: return weekdayText(printer, masks);
    case CronField::Hour: return joined(printer, numbersIn(masks.hours), {});
    case CronField::Minute: return joined(printer, numbersIn(masks.minutes), {});
    case CronField::Second: break;
    }
    return joined(printer, numbersIn(masks.seconds), {});
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
    const CronFieldPrinter days(dialect, CronField::Day);
    if (masks.dayRule == CronMasks::DayRule::Either) {
        day = days.values(numbersIn(masks.days), false);
        return day != u"*" && weekday != u"*";
    }
    if (day.startsWith(u'*') || weekday.startsWith(u'*'))
        return true;
    if (const auto starred = days.starredList(numbersIn(masks.days))) {
        day = *starred;
        return true;
    }
    const CronFieldPrinter weekdays(dialect, CronField::DayOfWeek);
    const auto starred = weekdays.starredList(numbersIn(masks.weekdays));
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
