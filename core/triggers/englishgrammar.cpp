// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/englishdates.h"
#include "core/triggers/schedulegrammar.h"

namespace carillon {

namespace english {

namespace {

using Kind = CronRhythm::Kind;
using Dates = CronShape::Dates;

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

/// "1 min 30 s"
QString briefly(Duration length)
{
    QStringList texts;
    for (const auto &[unit, number] : lengthParts(length))
        texts.append(number + u' ' + unitSign(unit));
    return texts.join(u' ');
}

/// "every 5 minutes", "every hour", "every 1 min 30 s".
QString every(Duration step)
{
    const auto parts = lengthParts(step);
    if (parts.size() == 1) {
        const auto &[unit, number] = parts.front();
        if (number == u"1")
            return u"every "_qs + unitWord(unit);
        return u"every %1 %2s"_qs.arg(number, unitWord(unit));
    }
    return u"every "_qs + briefly(step);
}

/// "1 year", "6 months"
QString amount(int number, const QString &noun)
{
    return u"%1 %2%3"_qs.arg(number).arg(noun, number == 1 ? QString() : u"s"_qs);
}

/// "every 2 months", "every 1 year 6 months".
QString every(const CalendarStep &step)
{
    QStringList parts;
    const std::pair<int, QString> units[] = {{step.years, u"year"_qs},
                                             {step.months, u"month"_qs},
                                             {step.weeks, u"week"_qs},
                                             {step.days, u"day"_qs}};
    for (const auto &[number, noun] : units) {
        if (number > 0)
            parts.append(amount(number, noun));
    }
    return u"every "_qs + parts.join(u' ');
}

/// " from 09:00 to 11:30 and 14:00 to 16:30"
QString windowsText(const CronRhythm &rhythm)
{
    QStringList items;
    for (const auto &window : rhythm.windows) {
        const auto [first, last] = clockTexts(window);
        items.append(first + u" to "_qs + last);
    }
    return items.isEmpty() ? QString() : u" from "_qs + andList(items);
}

/// What stands before the days in "every 15 minutes from 09:00 to 17:45, Monday to Friday".
QString repetition(const CronRhythm &rhythm)
{
    const QString start = every(rhythm.step);
    const QString windows = windowsText(rhythm);
    if (rhythm.kind == Kind::EveryMinuteAt)
        return start + u" at "_qs + counted(u"second"_qs, rhythm.values);
    if (rhythm.kind != Kind::EveryHourAt)
        return start + windows;
    if (rhythm.values == std::vector<int>{0})
        return start + u", on the hour"_qs + windows;
    return start + u" at "_qs + counted(u"minute"_qs, rhythm.values) + windows;
}

QString repeated(const CronShape &shape)
{
    const QString text = repetition(shape.rhythm);
    switch (shape.dates) {
    case Dates::EveryDay:
        if (shape.rhythm.windows.empty() || shape.everyPeriod())
            return text + periodText(shape);
        return text + u", "_qs + datesText(shape);
    case Dates::Weekdays: return text + u", "_qs + datesText(shape);
    case Dates::MonthDays:
    case Dates::MonthDaysWhenWeekday:
    case Dates::MonthDaysOrWeekday: break;
    }
    return text + u' ' + (isDayOfYear(shape) ? dayOfYear(shape) : datesText(shape));
}

class EnglishGrammar final : public ScheduleGrammar
{
public:
    QString manual() const override { return u"Only when started by hand or API"_qs; }

    QString once(const QString &date, const QString &time) const override
    {
        return u"once, on %1 at %2"_qs.arg(date, time);
    }

    QString interval(Duration step, const QString &since) const override
    {
        return since.isEmpty() ? every(step) : every(step) + u" since "_qs + since;
    }

    QString cron(const CronShape &shape) const override
    {
        if (shape.rhythm.kind == Kind::Unsayable)
            return {};
        if (shape.rhythm.kind != Kind::AtTimes)
            return repeated(shape);
        const QString times = u"at "_qs + andList(clockTexts(shape.rhythm.values));
        const bool timesFirst =
            shape.dates == Dates::MonthDaysWhenWeekday || shape.dates == Dates::MonthDaysOrWeekday;
        return timesFirst ? times + u' ' + datesText(shape) : datesText(shape) + u' ' + times;
    }

    QString dates(const CronShape &shape) const override { return datesText(shape); }

    QString calendar(const CalendarStep &step, CivilDate start, int secondOfDay) const override
    {
        const QString time = clockText(secondOfDay);
        if (step == CalendarStep{0, 1, 0, 0})
            return u"every month on day %1 at %2"_qs.arg(start.day).arg(time);
        return u"%1 since %2 at %3"_qs.arg(every(step), dateText(start), time);
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

    QString jitterSuffix(Duration jitter) const override { return u"± "_qs + briefly(jitter); }

    QString either(const QStringList &schedules) const override
    {
        return schedules.join(u", or "_qs);
    }

    QString all(const QStringList &schedules) const override
    {
        const QString which = schedules.size() == 2 ? u"both"_qs : u"all"_qs;
        return u"only when %1 apply: %2"_qs.arg(which, listed(schedules, u", "_qs, u", and "_qs));
    }

    QString except(const QString &schedule, const ScheduleExceptions &what) const override
    {
        constexpr int mostDates = 2;
        QStringList items = what.schedules;
        if (what.unsaid > 0)
            items.append(what.unsaid == 1 ? u"the times of another schedule"_qs
                                          : u"the times of %1 other schedules"_qs.arg(what.unsaid));
        const auto more = what.dates.size() <= mostDates ? 0 : what.dates.size() - 1;
        items += what.dates.first(what.dates.size() - more);
        if (more > 0)
            items.append(u"%1 more dates"_qs.arg(more));
        // Behind a comma, so that it is about all that was said.
        const QString word = schedule.contains(u',') ? u", except "_qs : u" except "_qs;
        return schedule + word + andList(items);
    }

    QString sentence(const QString &schedule) const override
    {
        return schedule.first(1).toUpper() + schedule.sliced(1);
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
