// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

namespace carillon {

/// What the schedule benchmarks ask: everyday schedules, and some that have to look far ahead.
struct Expression
{
    QString name;
    QString quartz;
    bool inNewYork = false;
};

inline const std::array<Expression, 12> &expressions()
{
    static const std::array<Expression, 12> all{{
        {u"every_second"_qs, u"* * * * * ?"_qs},
        {u"every_5_min"_qs, u"0 0/5 * * * ?"_qs},
        {u"weekdays_9"_qs, u"0 0 9 ? * MON-FRI"_qs},
        {u"first_of_month"_qs, u"0 0 0 1 * ?"_qs},
        {u"feb29"_qs, u"0 0 0 29 2 ?"_qs},
        {u"last_day"_qs, u"0 0 0 L * ?"_qs},
        {u"third_fri"_qs, u"0 0 0 ? * FRI#3"_qs},
        {u"biz_15_45"_qs, u"0 15,45 8-18 ? * MON-FRI"_qs},
        {u"every_7s"_qs, u"0/7 * * * * ?"_qs},
        {u"yearly"_qs, u"0 0 0 1 1 ?"_qs},
        {u"ny_0230"_qs, u"0 30 2 * * ?"_qs, true},
        {u"month_end_28_31"_qs, u"0 59 23 28-31 * ?"_qs},
    }};
    return all;
}

} // namespace carillon
