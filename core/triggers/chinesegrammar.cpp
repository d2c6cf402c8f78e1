// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/chinesecities.h"
#include "core/triggers/chinesedates.h"
#include "core/triggers/schedulegrammar.h"

namespace carillon {

namespace chinese {

namespace {

using Kind = CronRhythm::Kind;

/// "5 分钟", "1 分 30 秒"
QString lengthText(Duration length)
{
    static const QStringList alone{u"周"_qs, u"天"_qs, u"小时"_qs, u"分钟"_qs, u"秒"_qs};
    static const QStringList together{u"周"_qs, u"天"_qs, u"小时"_qs, u"分"_qs, u"秒"_qs};
    const auto parts = lengthParts(length);
    const QStringList &names = parts.size() == 1 ? alone : together;
    QStringList texts;
    for (const auto &[unit, number] : parts)
        texts.append(number + u' ' + names[int(unit)]);
    return texts.join(u' ');
}

/// "每 5 分钟", "每小时", "每 1 分 30 秒".
QString every(Duration step)
{
    const QString length = lengthText(step);
    const bool one = length.startsWith(u"1 ") && length.count(u' ') == 1;
    return one ? u"每"_qs + length.sliced(2) : u"每 "_qs + length;
}

/// "每 2 个月", "每 1 年 6 个月".
QString every(const CalendarStep &step)
{
    const std::pair<int, QString> units[] = {{step.years, u"年"_qs},
                                             {step.months, u"个月"_qs},
                                             {step.weeks, u"周"_qs},
                                             {step.days, u"天"_qs}};
    QString text = u"每"_qs;
    for (const auto &[number, noun] : units) {
        if (number > 0)
            text += u" %1 %2"_qs.arg(number).arg(noun);
    }
    return text;
}

/// "09:00–11:30、14:00–16:30", "22:00–次日 06:00"
QString windowsText(const CronRhythm &rhythm)
{
    QStringList items;
    for (const auto &window : rhythm.windows) {
        const auto [first, last] = clockTexts(window);
        items.append(first + (window.last < window.first ? u"–次日 "_qs : u"–"_qs) + last);
    }
    return items.join(u'、');
}

/// What follows the days where a schedule repeats within them.
QString repetition(const CronRhythm &rhythm)
{
    const QString start = every(rhythm.step);
    if (rhythm.kind == Kind::EveryMinuteAt)
        return start + u"第 %1 秒"_qs.arg(numbersText(rhythm.values));
    if (rhythm.kind != Kind::EveryHourAt)
        return start;
    return start + (rhythm.values == std::vector<int>{0}
                        ? u"整点"_qs
                        : u"第 %1 分"_qs.arg(numbersText(rhythm.values)));
}

/// No blank stands behind a bracket, which is wide enough.
QString withTimes(const QString &dates, const QString &times)
{
    return dates.endsWith(u'）') ? dates + times : dates + u' ' + times;
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
        const CronRhythm &rhythm = shape.rhythm;
        if (rhythm.kind == Kind::Unsayable)
            return {};
        const QString days = datesText(shape);
        if (rhythm.kind == Kind::AtTimes)
            return withTimes(days, clockTexts(rhythm.values).join(u'、'));
        const QString repeated = repetition(rhythm);
        if (!rhythm.windows.empty())
            return withTimes(days, windowsText(rhythm)) + u'，' + repeated;
        const bool always = shape.dates == CronShape::Dates::EveryDay && shape.everyPeriod();
        return always ? repeated : days + u'，' + repeated;
    }

    QString dates(const CronShape &shape) const override { return datesText(shape); }

    QString calendar(const CalendarStep &step, CivilDate start, int secondOfDay) const override
    {
        const QString time = clockText(secondOfDay);
        if (step == CalendarStep{0, 1, 0, 0})
            return u"每月 %1 日 %2"_qs.arg(start.day).arg(time);
        return u"自 %1 起%2 %3"_qs.arg(dateText(start), every(step), time);
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

    QString jitterSuffix(Duration jitter) const override
    {
        return u"随机 ±"_qs + lengthText(jitter);
    }

    QString either(const QStringList &schedules) const override
    {
        return schedules.join(u"，或"_qs);
    }

    QString all(const QStringList &schedules) const override
    {
        return u"仅当同时满足："_qs + schedules.join(u"，且"_qs);
    }

    QString except(const QString &schedule, const ScheduleExceptions &what) const override
    {
        constexpr int mostDates = 2;
        QStringList items = what.schedules;
        if (what.unsaid > 0)
            items.append(u"另 %1 条规则的时间"_qs.arg(what.unsaid));
        if (what.dates.size() > mostDates)
            items.append(u"%1 等 %2 天"_qs.arg(what.dates.front()).arg(what.dates.size()));
        else
            items += what.dates;
        const QString text = items.join(u'、');
        return schedule + u'，' + text + (text.back().isDigit() ? u" 除外"_qs : u"除外"_qs);
    }

    QString sentence(const QString &schedule) const override { return schedule; }

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
