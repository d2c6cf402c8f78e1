// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/schedulegrammar.h"

namespace carillon {

namespace english {

namespace {

const QStringList monthNames{u"January"_qs,   u"February"_qs, u"March"_qs,    u"April"_qs,
                             u"May"_qs,       u"June"_qs,     u"July"_qs,     u"August"_qs,
                             u"September"_qs, u"October"_qs,  u"November"_qs, u"December"_qs};
const QStringList weekdayNames{u"Monday"_qs, u"Tuesday"_qs,  u"Wednesday"_qs, u"Thursday"_qs,
                               u"Friday"_qs, u"Saturday"_qs, u"Sunday"_qs};
const QStringList ordinals{u"first"_qs,  u"second"_qs, u"third"_qs,
                           u"fourth"_qs, u"fifth"_qs,  u"last"_qs};

QString andList(const QStringList &items)
{
    return listed(items, u", "_qs, u" and "_qs);
}

QString numberWord(int number)
{
    return QString::number(number);
}
QString monthWord(int month)
{
    return monthNames[month - 1];
}
QString weekdayWord(int weekday)
{
    return weekdayNames[weekday];
}

QStringList words(const std::vector<int> &numbers, QString (*word)(int))
{
    QStringList result;
    for (const int number : numbers)
        result.append(word(number));
    return result;
}

/// "Monday to Friday" or "Monday and Friday".
QString rangeOrList(const std::vector<int> &numbers, QString (*word)(int))
{
    if (isRange(numbers))
        return word(numbers.front()) + u" to "_qs + word(numbers.back());
    return andList(words(numbers, word));
}

/// "day 13", "days 1 and 15".
QString counted(const QString &noun, const std::vector<int> &numbers)
{
    return noun + (numbers.size() > 1 ? u"s "_qs : u" "_qs) + rangeOrList(numbers, numberWord);
}

QString unitWord(LengthPart::Unit unit)
{
    static const QStringList names{u"week"_qs, u"day"_qs, u"hour"_qs, u"minute"_qs, u"second"_qs};
    return names[int(unit)];
}

QString unitSign(LengthPart::Unit unit)
{
    static const QStringList signs{u"wk"_qs, u"d"_qs, u"h"_qs, u"min"_qs, u"s"_qs};
    return signs[int(unit)];
}

/// "Every 5 minutes", "Every hour", "Every 1 min 30 s".
QString every(Duration step)
{
    const auto parts = lengthParts(step);
    if (parts.size() == 1) {
        const auto &[unit, number] = parts.front();
        if (number == u"1")
            return u"Every "_qs + unitWord(unit);
        return u"Every %1 %2s"_qs.arg(number, unitWord(unit));
    }
    QStringList texts;
    for (const auto &[unit, number] : parts)
        texts.append(number + u' ' + unitSign(unit));
    return u"Every "_qs + texts.join(u' ');
}

/// The days of a schedule, in the middle of a sentence.
struct Dates
{
    QString text;
    enum class Kind { EveryDay, Weekdays, DaysOfMonth, DaysIfWeekday } kind = Kind::EveryDay;
};

/// " in June in week 23 in 2027"
QString qualifiers(const CronShape &shape, bool withMonths)
{
    QString text;
    if (withMonths && !shape.months.empty())
        text += u" in "_qs + rangeOrList(shape.months, monthWord);
    if (!shape.weeks.empty())
        text += u" in "_qs + counted(u"week"_qs, shape.weeks);
    if (!shape.years.empty())
        text += u" in "_qs + rangeOrList(shape.years, numberWord);
    return text;
}

/// "days 1 and 15", "the last day", "the third Monday", joined.
QString monthDays(const CronShape &shape)
{
    QStringList items;
    if (!shape.days.empty())
        items.append(counted(u"day"_qs, shape.days));
    for (const int nth : shape.nthWeekdays)
        items.append(u"the %1 %2"_qs.arg(ordinals[nth / 7], weekdayWord(nth % 7)));
    if (shape.lastDay)
        items.append(u"the last day"_qs);
    return andList(items);
}

/// "every year on 1 January", "on 1 January 2027".
QString dayOfYear(const CronShape &shape)
{
    const QString date = andList(words(shape.days, numberWord)) + u' ' + monthWord(shape.months[0]);
    if (shape.years.empty())
        return u"every year on "_qs + date + qualifiers(shape, false);
    if (shape.years.size() == 1 && shape.weeks.empty())
        return u"on %1 %2"_qs.arg(date).arg(shape.years[0]);
    return u"on "_qs + date + qualifiers(shape, false);
}

Dates datesOf(const CronShape &shape)
{
    using Kind = Dates::Kind;
    if (shape.everyDate() && shape.weekdays.empty())
        return {u"every day"_qs + qualifiers(shape, true), Kind::EveryDay};
    if (shape.everyDate()) {
        const QString start = isRange(shape.weekdays) ? QString() : u"every "_qs;
        return {start + rangeOrList(shape.weekdays, weekdayWord) + qualifiers(shape, true),
                Kind::Weekdays};
    }
    const QString months = rangeOrList(shape.months, monthWord);
    if (!shape.weekdays.empty()) {
        QString text = u"on "_qs + monthDays(shape);
        if (!months.isEmpty())
            text += u" of "_qs + months;
        text += isRange(shape.weekdays)
                    ? u" when it is "_qs + rangeOrList(shape.weekdays, weekdayWord)
                    : u" when it is a "_qs +
                          listed(words(shape.weekdays, weekdayWord), u", "_qs, u" or "_qs);
        return {text + qualifiers(shape, false), Kind::DaysIfWeekday};
    }
    const bool plainDays = shape.nthWeekdays.empty() && !shape.lastDay && !isRange(shape.days);
    if (plainDays && shape.months.size() == 1)
        return {dayOfYear(shape), Kind::DaysOfMonth};
    return {u"on %1 of %2"_qs.arg(monthDays(shape), months.isEmpty() ? u"every month"_qs : months) +
                qualifiers(shape, false),
            Kind::DaysOfMonth};
}

QString capitalised(QString text)
{
    text[0] = text[0].toUpper();
    return text;
}

/// What stands before the days in "Every 15 minutes from 09:00 to 17:45, Monday to Friday".
QString repetition(const CronShape &shape)
{
    using Rhythm = CronShape::Rhythm;
    switch (shape.rhythm) {
    case Rhythm::Every: return every(shape.step);
    case Rhythm::EveryHourAt:
        return every(shape.step) + (shape.values == std::vector<int>{0}
                                        ? u", on the hour"_qs
                                        : u" at "_qs + counted(u"minute"_qs, shape.values));
    case Rhythm::EveryMinuteAt: return u"Every minute at "_qs + counted(u"second"_qs, shape.values);
    case Rhythm::Window:
        return u"%1 from %2 to %3"_qs.arg(every(shape.step), clockText(shape.first),
                                          clockText(shape.last));
    case Rhythm::AtTimes:
    case Rhythm::Unsayable: break;
    }
    return {};
}

class EnglishGrammar final : public ScheduleGrammar
{
public:
    QString manual() const override { return u"Only when started by hand or API"_qs; }

    QString once(const QString &date, const QString &time) const override
    {
        return u"Once, on %1 at %2"_qs.arg(date, time);
    }

    QString interval(Duration step, const QString &since) const override
    {
        return since.isEmpty() ? every(step) : every(step) + u" since "_qs + since;
    }

    QString cron(const CronShape &shape) const override
    {
        if (shape.rhythm == CronShape::Rhythm::Unsayable)
            return {};
        const Dates dates = datesOf(shape);
        if (shape.rhythm == CronShape::Rhythm::AtTimes) {
            const QString times = u"at "_qs + andList(clockTexts(shape.values));
            return capitalised(dates.kind == Dates::Kind::DaysIfWeekday
                                   ? times + u' ' + dates.text
                                   : dates.text + u' ' + times);
        }
        switch (dates.kind) {
        case Dates::Kind::EveryDay: return repetition(shape) + qualifiers(shape, true);
        case Dates::Kind::Weekdays: return repetition(shape) + u", "_qs + dates.text;
        case Dates::Kind::DaysOfMonth:
        case Dates::Kind::DaysIfWeekday: break;
        }
        return repetition(shape) + u' ' + dates.text;
    }

    QString zoneSuffix(const QString &zoneId) const override
    {
        const QString fixed = fixedZoneText(zoneId);
        return u"· "_qs + (fixed.isEmpty() ? cityOf(zoneId) + u" time"_qs : fixed);
    }

    QString windowSuffix(const QString &from, const QString &until) const override
    {
        QStringList parts;
        if (!from.isEmpty())
            parts.append(u"from "_qs + from);
        if (!until.isEmpty())
            parts.append(u"until "_qs + until);
        return parts.join(u' ');
    }

    QString custom(const QString &expression) const override
    {
        return expression + u" (custom schedule)"_qs;
    }
};

} // namespace

} // namespace english

const ScheduleGrammar &englishGrammar()
{
    static const english::EnglishGrammar grammar;
    return grammar;
}

} // namespace carillon
