// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/schedulegrammar.h"

#include <QHash>

namespace carillon {

namespace chinese {

namespace {

const QStringList weekdayNames{u"周一"_qs, u"周二"_qs, u"周三"_qs, u"周四"_qs,
                               u"周五"_qs, u"周六"_qs, u"周日"_qs};
const QStringList ordinals{u"第一个"_qs, u"第二个"_qs, u"第三个"_qs,
                           u"第四个"_qs, u"第五个"_qs, u"最后一个"_qs};

/// The cities people schedule for; others keep the name of the tz database.
const QHash<QString, QString> &cities()
{
    static const QHash<QString, QString> names{
        {u"Shanghai"_qs, u"北京"_qs},
        {u"Chongqing"_qs, u"重庆"_qs},
        {u"Urumqi"_qs, u"乌鲁木齐"_qs},
        {u"Hong Kong"_qs, u"香港"_qs},
        {u"Macau"_qs, u"澳门"_qs},
        {u"Taipei"_qs, u"台北"_qs},
        {u"Tokyo"_qs, u"东京"_qs},
        {u"Seoul"_qs, u"首尔"_qs},
        {u"Singapore"_qs, u"新加坡"_qs},
        {u"Kuala Lumpur"_qs, u"吉隆坡"_qs},
        {u"Bangkok"_qs, u"曼谷"_qs},
        {u"Ho Chi Minh"_qs, u"胡志明市"_qs},
        {u"Jakarta"_qs, u"雅加达"_qs},
        {u"Manila"_qs, u"马尼拉"_qs},
        {u"Kolkata"_qs, u"加尔各答"_qs},
        {u"Kathmandu"_qs, u"加德满都"_qs},
        {u"Karachi"_qs, u"卡拉奇"_qs},
        {u"Dubai"_qs, u"迪拜"_qs},
        {u"Riyadh"_qs, u"利雅得"_qs},
        {u"Tehran"_qs, u"德黑兰"_qs},
        {u"Jerusalem"_qs, u"耶路撒冷"_qs},
        {u"Istanbul"_qs, u"伊斯坦布尔"_qs},
        {u"Moscow"_qs, u"莫斯科"_qs},
        {u"Kyiv"_qs, u"基辅"_qs},
        {u"Berlin"_qs, u"柏林"_qs},
        {u"Paris"_qs, u"巴黎"_qs},
        {u"London"_qs, u"伦敦"_qs},
        {u"Dublin"_qs, u"都柏林"_qs},
        {u"Lisbon"_qs, u"里斯本"_qs},
        {u"Madrid"_qs, u"马德里"_qs},
        {u"Rome"_qs, u"罗马"_qs},
        {u"Zurich"_qs, u"苏黎世"_qs},
        {u"Vienna"_qs, u"维也纳"_qs},
        {u"Amsterdam"_qs, u"阿姆斯特丹"_qs},
        {u"Brussels"_qs, u"布鲁塞尔"_qs},
        {u"Stockholm"_qs, u"斯德哥尔摩"_qs},
        {u"Oslo"_qs, u"奥斯陆"_qs},
        {u"Copenhagen"_qs, u"哥本哈根"_qs},
        {u"Helsinki"_qs, u"赫尔辛基"_qs},
        {u"Warsaw"_qs, u"华沙"_qs},
        {u"Prague"_qs, u"布拉格"_qs},
        {u"Athens"_qs, u"雅典"_qs},
        {u"Cairo"_qs, u"开罗"_qs},
        {u"Johannesburg"_qs, u"约翰内斯堡"_qs},
        {u"Lagos"_qs, u"拉各斯"_qs},
        {u"Nairobi"_qs, u"内罗毕"_qs},
        {u"New York"_qs, u"纽约"_qs},
        {u"Chicago"_qs, u"芝加哥"_qs},
        {u"Denver"_qs, u"丹佛"_qs},
        {u"Los Angeles"_qs, u"洛杉矶"_qs},
        {u"Toronto"_qs, u"多伦多"_qs},
        {u"Vancouver"_qs, u"温哥华"_qs},
        {u"Mexico City"_qs, u"墨西哥城"_qs},
        {u"Sao Paulo"_qs, u"圣保罗"_qs},
        {u"Buenos Aires"_qs, u"布宜诺斯艾利斯"_qs},
        {u"Sydney"_qs, u"悉尼"_qs},
        {u"Melbourne"_qs, u"墨尔本"_qs},
        {u"Auckland"_qs, u"奥克兰"_qs},
        {u"Honolulu"_qs, u"檀香山"_qs},
    };
    return names;
}

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
    return weekdayNames[weekday];
}

QString rangeOrList(const std::vector<int> &numbers, QString (*word)(int),
                    const QString &last = u"、"_qs)
{
    if (isRange(numbers)) {
        const QString end = word(numbers.back());
        const bool digit = end[0].isDigit(); // a blank stands between Chinese and digits
        return word(numbers.front()) +
               (word == numberWord ? u" 至 "_qs
                : digit            ? u"至 "_qs
                                   : u"至"_qs) +
               end;
    }
    QStringList items;
    for (const int number : numbers)
        items.append(word(number));
    return listed(items, u"、"_qs, last);
}

/// Joins two pieces, with a blank between Chinese and digits.
QString joined(const QString &left, const QString &right)
{
    const bool blank = !left.isEmpty() && !right.isEmpty() && right[0].isDigit();
    return blank ? left + u' ' + right : left + right;
}

/// "每 5 分钟", "每小时", "每 1 分 30 秒".
QString every(Duration step)
{
    static const QStringList alone{u"周"_qs, u"天"_qs, u"小时"_qs, u"分钟"_qs, u"秒"_qs};
    static const QStringList together{u"周"_qs, u"天"_qs, u"小时"_qs, u"分"_qs, u"秒"_qs};
    const auto parts = lengthParts(step);
    if (parts.size() == 1 && parts.front().number == u"1")
        return u"每"_qs + alone[int(parts.front().unit)];
    const QStringList &names = parts.size() == 1 ? alone : together;
    QString text = u"每"_qs;
    for (const auto &[unit, number] : parts)
        text += u" %1 %2"_qs.arg(number, names[int(unit)]);
    return text;
}

/// "13 日", "最后一天", "第三个周一", joined.
QString monthDays(const CronShape &shape)
{
    QStringList items;
    if (!shape.days.empty())
        items.append(rangeOrList(shape.days, dayWord));
    for (const int nth : shape.nthWeekdays)
        items.append(ordinals[nth / 7] + weekdayWord(nth % 7));
    if (shape.lastDay)
        items.append(u"最后一天"_qs);
    return items.join(u'、');
}

/// "2027 年 6 月第 23 周": what the days are part of; empty if of every month.
QString period(const CronShape &shape)
{
    QString text;
    if (!shape.years.empty())
        text = rangeOrList(shape.years, numberWord) + u" 年"_qs;
    else if (!shape.months.empty() || !shape.weeks.empty())
        text = u"每年"_qs;
    text = joined(text, rangeOrList(shape.months, monthWord));
    if (!shape.weeks.empty())
        text += u"第 %1 周"_qs.arg(rangeOrList(shape.weeks, numberWord));
    return text;
}

QString datesOf(const CronShape &shape)
{
    const QString around = period(shape);
    if (shape.everyDate() && shape.weekdays.empty())
        return around + u"每天"_qs;
    if (shape.everyDate()) {
        const QString weekdays = rangeOrList(shape.weekdays, weekdayWord);
        // 周一 → 每周一
        return around + (isRange(shape.weekdays) ? weekdays : u"每"_qs + weekdays);
    }
    const bool everyMonth = shape.months.empty();
    const QString months = around + (everyMonth ? u"每月"_qs : QString()) +
                           (shape.months.size() > 1 ? u"的"_qs : QString());
    const QString text = joined(months, monthDays(shape));
    if (shape.weekdays.empty())
        return text;
    return text + u"且为%1时"_qs.arg(rangeOrList(shape.weekdays, weekdayWord, u"或"_qs));
}

/// What follows the days where a schedule repeats within them.
QString repetition(const CronShape &shape)
{
    using Rhythm = CronShape::Rhythm;
    switch (shape.rhythm) {
    case Rhythm::Every:
    case Rhythm::Window: return every(shape.step);
    case Rhythm::EveryHourAt:
        return every(shape.step) +
               (shape.values == std::vector<int>{0}
                    ? u"整点"_qs
                    : u"第 %1 分"_qs.arg(rangeOrList(shape.values, numberWord)));
    case Rhythm::EveryMinuteAt:
        return u"每分钟第 %1 秒"_qs.arg(rangeOrList(shape.values, numberWord));
    case Rhythm::AtTimes:
    case Rhythm::Unsayable: break;
    }
    return {};
}

class ChineseGrammar final : public ScheduleGrammar
{
public:
    QString manual() const override { return u"仅手动或通过接口执行"_qs; }

    QString once(const QString &date, const QString &time) const override
    {
        return u"仅一次：%1 %2"_qs.arg(date, time);
    }

    QString interval(Duration step, const QString &since) const override
    {
        return since.isEmpty() ? every(step) : u"自 %1 起"_qs.arg(since) + every(step);
    }

    QString cron(const CronShape &shape) const override
    {
        using Rhythm = CronShape::Rhythm;
        if (shape.rhythm == Rhythm::Unsayable)
            return {};
        const QString dates = datesOf(shape);
        if (shape.rhythm == Rhythm::AtTimes)
            return dates + u' ' + clockTexts(shape.values).join(u'、');
        if (shape.rhythm == Rhythm::Window) {
            return u"%1 %2–%3，%4"_qs.arg(dates, clockText(shape.first), clockText(shape.last),
                                          repetition(shape));
        }
        return dates == u"每天" ? repetition(shape) : dates + u'，' + repetition(shape);
    }

    QString zoneSuffix(const QString &zoneId) const override
    {
        const QString fixed = fixedZoneText(zoneId);
        if (!fixed.isEmpty())
            return u"· "_qs + fixed;
        const QString city = cityOf(zoneId);
        const auto name = cities().constFind(city);
        return u"· "_qs + (name != cities().constEnd() ? *name : city + u' ') + u"时间"_qs;
    }

    QString windowSuffix(const QString &from, const QString &until) const override
    {
        if (until.isEmpty())
            return from.isEmpty() ? QString() : u"自 %1 起"_qs.arg(from);
        return from.isEmpty() ? u"至 "_qs + until : u"自 %1 至 %2"_qs.arg(from, until);
    }

    QString custom(const QString &expression) const override
    {
        return expression + u"（自定义规则）"_qs;
    }
};

} // namespace

} // namespace chinese

const ScheduleGrammar &chineseGrammar()
{
    static const chinese::ChineseGrammar grammar;
    return grammar;
}

} // namespace carillon
