// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <array>

namespace carillon {

/// What the schedule benchmarks ask: everyday schedules, and some that have to look far ahead.
struct Expression
{
    QString name;
    QString quartz;
    QJsonObject fields; ///< the same as arguments of the kind `cron`
    bool inNewYork = false;
};

inline const std::array<Expression, 12> &expressions()
{
    static const std::array<Expression, 12> all{{
        {u"every_second"_qs, u"* * * * * ?"_qs, {{u"second"_qs, u"*"_qs}}},
        {u"every_5_min"_qs, u"0 0/5 * * * ?"_qs, {{u"minute"_qs, u"*/5"_qs}}},
        {u"weekdays_9"_qs,
         u"0 0 9 ? * MON-FRI"_qs,
         {{u"day_of_week"_qs, u"mon-fri"_qs}, {u"hour"_qs, 9}}},
        {u"first_of_month"_qs, u"0 0 0 1 * ?"_qs, {{u"day"_qs, 1}}},
        {u"feb29"_qs, u"0 0 0 29 2 ?"_qs, {{u"month"_qs, 2}, {u"day"_qs, 29}}},
        {u"last_day"_qs, u"0 0 0 L * ?"_qs, {{u"day"_qs, u"last"_qs}}},
        {u"third_fri"_qs, u"0 0 0 ? * FRI#3"_qs, {{u"day"_qs, u"3rd fri"_qs}}},
        {u"biz_15_45"_qs,
         u"0 15,45 8-18 ? * MON-FRI"_qs,
         {{u"day_of_week"_qs, u"mon-fri"_qs},
          {u"hour"_qs, u"8-18"_qs},
          {u"minute"_qs, u"15,45"_qs}}},
        {u"every_7s"_qs, u"0/7 * * * * ?"_qs, {{u"second"_qs, u"*/7"_qs}}},
        {u"yearly"_qs, u"0 0 0 1 1 ?"_qs, {{u"month"_qs, 1}}},
        {u"ny_0230"_qs, u"0 30 2 * * ?"_qs, {{u"hour"_qs, 2}, {u"minute"_qs, 30}}, true},
        {u"month_end_28_31"_qs,
         u"0 59 23 28-31 * ?"_qs,
         {{u"day"_qs, u"28-31"_qs}, {u"hour"_qs, 23}, {u"minute"_qs, 59}}},
    }};
    return all;
}

} // namespace carillon
