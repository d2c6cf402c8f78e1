// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/englishdates.h"

#include "core/triggers/schedulegrammar.h"

#include <algorithm>

namespace carillon::english {

namespace {

using Dates = CronShape::Dates;
using Word = QString (*)(int);

constexpr int daysOfWeek = 7;
constexpr int monthsOfYear = 12;
constexpr int longestMonth = 31;
constexpr int lastWeek = 53;
constexpr int lastNth = 5; // of nthWeekdays / 7

const QStringList monthNames{u"January"_qs,   u"February"_qs, u"March"_qs,    u"April"_qs,
                             u"May"_qs,       u"June"_qs,     u"July"_qs,     u"August"_qs,
                             u"September"_qs, u"October"_qs,  u"November"_qs, u"December"_qs};
const QStringList weekdayNames{u"Monday"_qs, u"Tuesday"_qs,  u"Wednesday"_qs, u"Thursday"_qs,
                               u"Friday"_qs, u"Saturday"_qs, u"Sunday"_qs};
const QStringList ordinalNames{u"first"_qs, u"second"_qs, u"third"_qs, u"fourth"_qs, u"fifth"_qs};

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

/// "third", "21st".
QString ordinal(int number)
{
    if (number <= ordinalNames.size())
        return ordinalNames[number - 1];
    const bool teen = number / 10 == 1;
    const int unit = teen ? 0 : number % 10;
    return QString::number(number) + (unit == 1   ? u"st"_qs
                                      : unit == 2 ? u"nd"_qs
                                      : unit == 3 ? u"rd"_qs
                                                  : u"th"_qs);
}

QString orList(const QStringList &items)
{
    return listed(items, u", "_qs, u" or "_qs);
}

/// "Monday to Wednesday", "Saturday"; a cycle of 0 has no beginning to return to.
QStringList runWords(const std::vector<int> &numbers, Word word, int cycle)
{
    constexpr int endless = 10'000;
    QStringList items;
    for (const NumberRun &run : runsOf(numbers, cycle)) {
        if (run.isRange(cycle == 0 ? endless : cycle)) {
            items.append(word(run.first) + u" to "_qs + word(run.last));
            continue;
        }
        for (int number = run.first; number <= run.last; ++number)
            items.append(word(number));
    }
    return items;
}

bool hasRange(const QStringList &items)
{
    const auto isRange = [](const QString &item) { return item.contains(u" to "); };
    return std::any_of(items.begin(), items.end(), isRange);
}

QString months(const CronShape &shape)
{
    return andList(runWords(shape.months, monthWord, monthsOfYear));
}

/// " in June and July", " from June to August".
QString within(const QStringList &items)
{
    if (items.isEmpty())
        return {};
    return (items.size() == 1 && hasRange(items) ? u" from "_qs : u" in "_qs) + andList(items);
}

QString yearsText(const std::vector<int> &years)
{
    if (years.empty())
        return {};
    if (isEverySecond(years, firstCronYear, lastCronYear))
        return u" in even years"_qs;
    if (isEverySecond(years, firstCronYear + 1, lastCronYear))
        return u" in odd years"_qs;
    const auto runs = runsOf(years);
    if (runs.size() == 1 && years.size() > 2 && runs.front().last == lastCronYear)
        return u" from %1 on"_qs.arg(runs.front().first);
    if (runs.size() == 1 && years.size() > 2 && runs.front().first == firstCronYear)
        return u" until %1"_qs.arg(runs.front().last);
    return within(runWords(years, numberWord, 0));
}

QString weeksText(const std::vector<int> &weeks)
{
    if (weeks.empty())
        return {};
    if (isEverySecond(weeks, 1, lastWeek))
        return u" in odd weeks"_qs;
    if (isEverySecond(weeks, 2, lastWeek))
        return u" in even weeks"_qs;
    return u" in "_qs + counted(u"week"_qs, weeks);
}

QString days(const std::vector<int> &numbers)
{
    if (isEverySecond(numbers, 1, longestMonth))
        return u"odd days"_qs;
    if (isEverySecond(numbers, 2, longestMonth))
        return u"even days"_qs;
    return counted(u"day"_qs, numbers);
}

/// "the last day", "the third day before the last day".
QString dayFromLast(int distance)
{
    if (distance == 0)
        return u"the last day"_qs;
    if (distance == 1)
        return u"the day before the last day"_qs;
    return u"the %1 day before the last day"_qs.arg(ordinal(distance));
}

QString nthWord(int nth)
{
    return nth / daysOfWeek == lastNth ? u"last"_qs : ordinal(nth / daysOfWeek + 1);
}

/// "the first and third Monday", "the last Friday".
QStringList nthWeekdays(const std::vector<int> &numbers)
{
    QStringList items;
    for (int weekday = 0; weekday < daysOfWeek; ++weekday) {
        QStringList which;
        for (const int nth : numbers) {
            if (nth % daysOfWeek == weekday)
                which.append(nthWord(nth));
        }
        if (!which.isEmpty())
            items.append(u"the %1 %2"_qs.arg(andList(which), weekdayWord(weekday)));
    }
    return items;
}

QStringList monthDays(const CronShape::MonthDays &all)
{
    const QString nearest = u"the weekday (Monday to Friday) nearest to "_qs;
    QStringList items;
    if (!all.days.empty())
        items.append(days(all.days));
    for (const int day : all.nearest)
        items.append(nearest + u"day %1"_qs.arg(day));
    items += nthWeekdays(all.nthWeekdays);
    for (const int distance : all.nearestToFromLast)
        items.append(distance == 0 ? u"the last weekday (Monday to Friday)"_qs
                                   : nearest + dayFromLast(distance));
    for (const int distance : all.fromLast)
        items.append(dayFromLast(distance));
    return items;
}

bool hasPlainDaysOnly(const CronShape::MonthDays &all)
{
    return all == CronShape::MonthDays{all.days, {}, {}, {}, {}};
}

/// "on day 13 of June", "on the last day of the month"; days that need no month have none.
QString onMonthDays(const CronShape &shape, const QString &ofAnyMonth)
{
    const QString text = u"on "_qs + andList(monthDays(shape.monthDays));
    return text + (shape.months.empty() ? ofAnyMonth : u" of "_qs + months(shape));
}

QString weekdaysText(const CronShape &shape)
{
    const QStringList items = runWords(shape.weekdays, weekdayWord, daysOfWeek);
    return (hasRange(items) ? QString() : u"every "_qs) + andList(items) + periodText(shape);
}

/// "a Friday", "Monday to Friday", "a Monday or the second Friday of the month".
QString whichWeekday(const CronShape &shape)
{
    QStringList items = runWords(shape.weekdays, weekdayWord, daysOfWeek);
    if (!items.isEmpty() && !hasRange(items))
        items.front().prepend(u"a "_qs);
    const QStringList nth = nthWeekdays(shape.weekdaysNth);
    return orList(items + nth) + (nth.isEmpty() ? QString() : u" of the month"_qs);
}

QString whenWeekday(const CronShape &shape)
{
    const QString ofMonth = hasPlainDaysOnly(shape.monthDays) ? QString() : u" of the month"_qs;
    return onMonthDays(shape, ofMonth) + u" when it is "_qs + whichWeekday(shape) +
           weeksText(shape.weeks) + yearsText(shape.years);
}

QString orWeekday(const CronShape &shape)
{
    const QStringList items = runWords(shape.weekdays, weekdayWord, daysOfWeek);
    const QString any = hasRange(items) ? u" or on any day from "_qs : u" or on any "_qs;
    return onMonthDays(shape, u" of the month"_qs) + any + orList(items) + periodText(shape);
}

} // namespace

QString andList(const QStringList &items)
{
    return listed(items, u", "_qs, u" and "_qs);
}

QString counted(const QString &noun, const std::vector<int> &numbers)
{
    return noun + (numbers.size() > 1 ? u"s "_qs : u" "_qs) +
           andList(runWords(numbers, numberWord, 0));
}

QString periodText(const CronShape &shape)
{
    return within(runWords(shape.months, monthWord, monthsOfYear)) + weeksText(shape.weeks) +
           yearsText(shape.years);
}

bool isDayOfYear(const CronShape &shape)
{
    return shape.dates == Dates::MonthDays && shape.months.size() == 1 &&
           hasPlainDaysOnly(shape.monthDays) && shape.monthDays.days.size() <= 2;
}

QString dayOfYear(const CronShape &shape)
{
    QStringList numbers;
    for (const int day : shape.monthDays.days)
        numbers.append(numberWord(day));
    const QString date = u"on %1 %2"_qs.arg(andList(numbers), monthWord(shape.months.front()));
    if (shape.isLeapDay() && shape.years.empty())
        return date + u" in leap years"_qs + weeksText(shape.weeks);
    if (shape.years.size() == 1 && shape.weeks.empty())
        return date + u' ' + numberWord(shape.years.front());
    return date + weeksText(shape.weeks) + yearsText(shape.years);
}

QString datesText(const CronShape &shape)
{
    switch (shape.dates) {
    case Dates::EveryDay: return u"every day"_qs + periodText(shape);
    case Dates::Weekdays: return weekdaysText(shape);
    case Dates::MonthDaysWhenWeekday: return whenWeekday(shape);
    case Dates::MonthDaysOrWeekday: return orWeekday(shape);
    case Dates::MonthDays: break;
    }
    if (isDayOfYear(shape)) {
        const bool yearly = shape.years.empty() && !shape.isLeapDay();
        return (yearly ? u"every year "_qs : QString()) + dayOfYear(shape);
    }
    return onMonthDays(shape, u" of every month"_qs) + weeksText(shape.weeks) +
           yearsText(shape.years);
}

} // namespace carillon::english
