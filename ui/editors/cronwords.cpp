// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/cronwords.h"

#include <QCoreApplication>

#include <utility>

namespace carillon::ui {

namespace {

struct CronWords
{
    Q_DECLARE_TR_FUNCTIONS(CronWords)
};

} // namespace

QString cronFieldLabel(CronField field)
{
    switch (field) {
    case CronField::Year: return CronWords::tr("&Year");
    case CronField::Month: return CronWords::tr("M&onth");
    case CronField::Day: return CronWords::tr("&Day");
    case CronField::Week: return CronWords::tr("Wee&k");
    case CronField::DayOfWeek: return CronWords::tr("Day of &week");
    case CronField::Hour: return CronWords::tr("&Hour");
    case CronField::Minute: return CronWords::tr("&Minute");
    case CronField::Second: break;
    }
    return CronWords::tr("S&econd");
}

QString cronFieldPlaceholder(CronField field)
{
    switch (field) {
    case CronField::Year: return u"2026, 2030-2040"_qs;
    case CronField::Month: return u"1–12, jan–dec"_qs;
    case CronField::Day: return u"1–31, last, 2nd mon"_qs;
    case CronField::Week: return u"1–53"_qs;
    case CronField::DayOfWeek: return u"0–6, mon–sun"_qs;
    case CronField::Hour: return u"0–23, 9-17, */2"_qs;
    case CronField::Minute: return u"0–59, */5"_qs;
    case CronField::Second: break;
    }
    return u"0–59"_qs;
}

QString cronFieldHint(CronField field)
{
    switch (field) {
    case CronField::Year: return CronWords::tr("Year: 1970 to 9999. Left empty: every year.");
    case CronField::Month:
        return CronWords::tr("Month: 1 to 12 or jan … dec. Left empty: every month, or January if "
                             "only the year is given.");
    case CronField::Day:
        return CronWords::tr("Day of the month: 1 to 31, last, or forms like “2nd mon” and “last "
                             "fri”. Left empty: every day, or day 1 if only month or year are "
                             "given.");
    case CronField::Week:
        return CronWords::tr("Week: 1 to 53, counted as in ISO 8601. Left empty: every week.");
    case CronField::DayOfWeek:
        return CronWords::tr("Day of the week: 0 to 6 or mon … sun; 0 is Monday. Left empty: every "
                             "day.");
    case CronField::Hour:
        return CronWords::tr("Hour: 0 to 23, ranges like 9-17, steps like */2, lists like 8,12,18. "
                             "Left empty: every hour if minute or second is given, else 0.");
    case CronField::Minute:
        return CronWords::tr("Minute: 0 to 59, ranges like 0-30, steps like */5, lists like 0,30. "
                             "Left empty: every minute if the second is given, else 0.");
    case CronField::Second: break;
    }
    return CronWords::tr("Second: 0 to 59, steps like */10. Left empty: 0.");
}

QString cronDialectLabel(CronDialect dialect)
{
    switch (dialect) {
    case CronDialect::Crontab: return CronWords::tr("Crontab, 5 fields (0 and 7 = Sunday)");
    case CronDialect::Seconds: return CronWords::tr("With seconds, 6 fields");
    case CronDialect::Quartz: return CronWords::tr("Quartz, 6–7 fields (1 = Sunday)");
    case CronDialect::ApschedulerFields: return CronWords::tr("APScheduler fields (0 = Monday)");
    case CronDialect::ApschedulerCrontab:
        return CronWords::tr("APScheduler crontab, 5 fields (0 = Monday)");
    case CronDialect::Kinit: break;
    }
    return CronWords::tr("kinit, 6–7 fields (0 = Monday)");
}

QString cronDialectHint(CronDialect dialect)
{
    switch (dialect) {
    case CronDialect::Seconds:
        return CronWords::tr("Second, minute, hour, day of the month, month, weekday; 0 and 7 are "
                             "Sunday.");
    case CronDialect::Quartz:
        return CronWords::tr("Second, minute, hour, day of the month, month, weekday and, if "
                             "wanted, year; 1 is Sunday. Either the day or the weekday is “?”.");
    case CronDialect::Kinit:
        return CronWords::tr("Second, minute, hour, day of the month, month, weekday and, if "
                             "wanted, year; 0 is Monday.");
    case CronDialect::ApschedulerCrontab:
        return CronWords::tr("Minute, hour, day of the month, month, weekday; 0 is Monday.");
    case CronDialect::Crontab:
    case CronDialect::ApschedulerFields: break;
    }
    return CronWords::tr("Minute, hour, day of the month, month, weekday; 0 and 7 are Sunday.");
}

std::vector<CronPreset> cronPresets()
{
    const auto texts = [](std::initializer_list<std::pair<CronField, QString>> fields) {
        CronTexts texts;
        for (const auto &[field, text] : fields)
            texts[size_t(field)] = text;
        return texts;
    };
    using enum CronField;
    return {
        {CronWords::tr("Every 5 minutes"), texts({{Minute, u"*/5"_qs}})},
        {CronWords::tr("Every hour, on the hour"), texts({{Hour, u"*"_qs}, {Minute, u"0"_qs}})},
        {CronWords::tr("Every day at 09:00"), texts({{Hour, u"9"_qs}, {Minute, u"0"_qs}})},
        {CronWords::tr("Monday to Friday at 09:00"),
         texts({{DayOfWeek, u"mon-fri"_qs}, {Hour, u"9"_qs}, {Minute, u"0"_qs}})},
        {CronWords::tr("On the first of every month at 09:00"),
         texts({{Day, u"1"_qs}, {Hour, u"9"_qs}, {Minute, u"0"_qs}})},
    };
}

} // namespace carillon::ui
