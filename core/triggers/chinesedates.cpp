// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/chinesedates.h"

#include <algorithm>

namespace carillon::chinese {

namespace {

using Dates = CronShape::Dates;
using Word = QString (*)(int);

constexpr int daysOfWeek = 7;
constexpr int monthsOfYear = 12;
constexpr int longestMonth = 31;
constexpr int lastWeek = 53;
constexpr int lastNth = 5; // of nthWeekdays / 7

const QStringList digits{u"一"_qs, u"二"_qs, u"三"_qs, u"四"_qs, u"五"_qs, u"六"_qs, u"日"_qs};

QString numberWord(int number)
{
    return QString::number(number);
}

QString monthWord(int month)
{
    return u"%1 月"_qs.arg(month);
}

QString dayWord(int day)
{
    return u"%1 日"_qs.arg(day);
}

QString weekdayWord(int weekday)
{
    return u"周"_qs + digits[weekday];
}

/// Joins two pieces, with a blank between Chinese and digits.
QString joined(const QString &left, const QString &right)
{
    const bool blank = !left.isEmpty() && !right.isEmpty() && right[0].isDigit();
    return blank ? left + u' ' + right : left + right;
}

/// "周一至周五", "6 月至 8 月", "11 月至次年 2 月", "5 至 7".
QString rangeText(const NumberRun &run, Word word)
{
    const bool nextYear = word == monthWord && run.last < run.first;
    const QString to = word == numberWord ? u" 至"_qs : nextYear ? u"至次年"_qs : u"至"_qs;
    return joined(word(run.first) + to, word(run.last));
}

/// The items of a list; a cycle of 0 has no beginning to return to.
QStringList runWords(const std::vector<int> &numbers, Word word, int cycle)
{
    constexpr int endless = 10'000;
    QStringList items;
    for (const NumberRun &run : runsOf(numbers, cycle)) {
        if (run.isRange(cycle == 0 ? endless : cycle)) {
            items.append(rangeText(run, word));
            continue;
        }
        for (int number = run.first; number <= run.last; ++number)
            items.append(word(number));
    }
    return items;
}

bool hasRange(const QStringList &items)
{
    const auto isRange = [](const QString &item) { return item.contains(u'至'); };
    return std::any_of(items.begin(), items.end(), isRange);
}

QString yearsText(const std::vector<int> &years)
{
    if (years.empty())
        return {};
    if (isEverySecond(years, firstCronYear, lastCronYear))
        return u"双数年"_qs;
    if (isEverySecond(years, firstCronYear + 1, lastCronYear))
        return u"单数年"_qs;
    const auto runs = runsOf(years);
    if (runs.size() == 1 && years.size() > 2 && runs.front().last == lastCronYear)
        return u"%1 年起"_qs.arg(runs.front().first);
    if (runs.size() == 1 && years.size() > 2 && runs.front().first == firstCronYear)
        return u"%1 年及之前"_qs.arg(runs.front().last);
    return numbersText(years) + u" 年"_qs;
}

QString weeksText(const std::vector<int> &weeks)
{
    if (weeks.empty())
        return {};
    if (isEverySecond(weeks, 1, lastWeek))
        return u"单数周"_qs;
    if (isEverySecond(weeks, 2, lastWeek))
        return u"双数周"_qs;
    return u"第 %1 周"_qs.arg(numbersText(weeks));
}

/// "2027 年 6 月第 23 周": what the days are part of; empty if of every month.
QString period(const CronShape &shape)
{
    if (shape.everyPeriod())
        return {};
    QString text = yearsText(shape.years);
    const bool named = !text.isEmpty() && !text.endsWith(u'起') && !text.endsWith(u'前');
    if (!named && !(shape.months.empty() && shape.weeks.empty()))
        text += u"每年"_qs;
    text = joined(text, runWords(shape.months, monthWord, monthsOfYear).join(u'、'));
    return text + weeksText(shape.weeks);
}

QString days(const std::vector<int> &numbers)
{
    if (isEverySecond(numbers, 1, longestMonth))
        return u"单数日"_qs;
    if (isEverySecond(numbers, 2, longestMonth))
        return u"双数日"_qs;
    return runWords(numbers, dayWord, 0).join(u'、');
}

/// "最后一天", "倒数第 4 天": the last day counts as the first from the end.
QString dayFromLast(int distance)
{
    return distance == 0 ? u"最后一天"_qs : u"倒数第 %1 天"_qs.arg(distance + 1);
}

/// "第一、第三个周一", "最后一个周五".
QStringList nthWeekdays(const std::vector<int> &numbers)
{
    QStringList items;
    for (int weekday = 0; weekday < daysOfWeek; ++weekday) {
        QStringList which;
        bool last = false;
        for (const int nth : numbers) {
            if (nth % daysOfWeek != weekday)
                continue;
            if (nth / daysOfWeek == lastNth)
                last = true;
            else
                which.append(u"第"_qs + digits[nth / daysOfWeek]);
        }
        QStringList places;
        if (!which.isEmpty())
            places.append(which.join(u'、') + u'个');
        if (last)
            places.append(u"最后一个"_qs);
        if (!places.isEmpty())
            items.append(places.join(u'、') + weekdayWord(weekday));
    }
    return items;
}

QString monthDays(const CronShape::MonthDays &all)
{
    const QString nearest = u"离%1最近的工作日（周一至周五）"_qs;
    QStringList items;
    if (!all.days.empty())
        items.append(days(all.days));
    for (const int day : all.nearest)
        items.append(nearest.arg(u" %1 日"_qs.arg(day)));
    items += nthWeekdays(all.nthWeekdays);
    for (const int distance : all.nearestToFromLast)
        items.append(distance == 0 ? u"最后一个工作日（周一至周五）"_qs
                                   : nearest.arg(dayFromLast(distance)));
    for (const int distance : all.fromLast)
        items.append(dayFromLast(distance));
    return items.join(u'、');
}

/// "每月 13 日", "每年 6 月最后一天", "每年 1 月、4 月的 1 日".
QString inMonths(const CronShape &shape)
{
    QString months = period(shape);
    if (shape.months.empty())
        months += u"每月"_qs;
    const QString days = monthDays(shape.monthDays);
    if (shape.months.size() > 1)
        months += days.startsWith(u'离') ? u"里"_qs : u"的"_qs;
    return joined(months, days);
}

QString weekdaysText(const CronShape &shape)
{
    const QString around = period(shape);
    const QStringList items = runWords(shape.weekdays, weekdayWord, daysOfWeek);
    if (!shape.weeks.empty())
        return around + u"的"_qs + items.join(u'、');
    return around + (hasRange(items) ? QString() : u"每"_qs) + items.join(u'、');
}

QString whenWeekday(const CronShape &shape)
{
    const QStringList items =
        runWords(shape.weekdays, weekdayWord, daysOfWeek) + nthWeekdays(shape.weekdaysNth);
    return inMonths(shape) + u"且为%1时"_qs.arg(items.join(u'或'));
}

QString orWeekday(const CronShape &shape)
{
    const QStringList items = runWords(shape.weekdays, weekdayWord, daysOfWeek);
    const QString weekdays = items.join(u'、');
    // Within a period the weekdays are its own, not every week's.
    if (!shape.everyPeriod())
        return joined(period(shape) + u"的"_qs, monthDays(shape.monthDays)) + u"或"_qs + weekdays;
    return inMonths(shape) + (hasRange(items) ? u"或"_qs : u"或每"_qs) + weekdays;
}

} // namespace

QString numbersText(const std::vector<int> &numbers)
{
    return runWords(numbers, numberWord, 0).join(u'、');
}

QString datesText(const CronShape &shape)
{
    switch (shape.dates) {
    case Dates::EveryDay: return period(shape) + u"每天"_qs;
    case Dates::Weekdays: return weekdaysText(shape);
    case Dates::MonthDaysWhenWeekday: return whenWeekday(shape);
    case Dates::MonthDaysOrWeekday: return orWeekday(shape);
    case Dates::MonthDays: break;
    }
    if (shape.isLeapDay() && shape.years.empty() && shape.weeks.empty())
        return u"每逢闰年 2 月 29 日"_qs;
    return inMonths(shape);
}

} // namespace carillon::chinese
