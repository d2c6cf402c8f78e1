// SPDX-License-Identifier: GPL-3.0-or-later
#include "bitmaskfloor.h"

#include <algorithm>
#include <bit>

namespace carillon {

namespace {

using Masks = BitMaskFloor::Masks;

constexpr std::uint32_t daySeconds = 86'400;

using DayTest = bool (*)(int day, int weekday, int length);

constexpr bool anyDay(int, int, int)
{
    return true;
}

std::uint64_t every(int step)
{
    std::uint64_t mask = 0;
    for (int value = 0; value < 60; value += step)
        mask |= std::uint64_t(1) << value;
    return mask;
}

constexpr std::uint64_t one(int value)
{
    return std::uint64_t(1) << value;
}

struct Row
{
    const char16_t *name;
    std::uint64_t seconds;
    std::uint64_t minutes;
    std::uint64_t hours;
    std::uint64_t months;
    DayTest matches;
};

const std::array<Row, 12> &rows()
{
    constexpr std::uint64_t everyHour = 0xff'ffff;
    constexpr std::uint64_t everyMonth = 0x1ffe;
    constexpr DayTest workday = [](int, int weekday, int) { return weekday < 5; };
    constexpr DayTest first = [](int day, int, int) { return day == 1; };
    static const std::array<Row, 12> all{{
        {u"every_second", every(1), every(1), everyHour, everyMonth, anyDay},
        {u"every_5_min", one(0), every(5), everyHour, everyMonth, anyDay},
        {u"weekdays_9", one(0), one(0), one(9), everyMonth, workday},
        {u"first_of_month", one(0), one(0), one(0), everyMonth, first},
        {u"feb29", one(0), one(0), one(0), one(2), [](int day, int, int) { return day == 29; }},
        {u"last_day", one(0), one(0), one(0), everyMonth,
         [](int day, int, int length) { return day == length; }},
        {u"third_fri", one(0), one(0), one(0), everyMonth,
         [](int day, int weekday, int) { return weekday == 4 && (day - 1) / 7 == 2; }},
        {u"biz_15_45", one(0), one(15) | one(45), 0x7'ff00, everyMonth, workday},
        {u"every_7s", every(7), every(1), everyHour, everyMonth, anyDay},
        {u"yearly", one(0), one(0), one(0), one(1), first},
        {u"ny_0230", one(0), one(30), one(2), everyMonth, anyDay},
        {u"month_end_28_31", one(0), one(59), one(23), everyMonth,
         [](int day, int, int) { return day >= 28; }},
    }};
    return all;
}

Masks masksOf(const Row &row)
{
    Masks masks{
        row.seconds, row.minutes,           std::uint32_t(row.hours), std::uint32_t(row.months),
        {},          row.matches == &anyDay};
    for (int length = 28; length <= 31; ++length) {
        for (int first = 0; first < 7; ++first) {
            for (int day = 1; day <= length; ++day) {
                if (row.matches(day, (first + day - 1) % 7, length))
                    masks.days[std::size_t(length - 28)][std::size_t(first)] |= 1U << day;
            }
        }
    }
    return masks;
}

struct Date
{
    std::uint32_t year;
    std::uint32_t month;
    std::uint32_t day;
};

/// Neri and Schneider, "Euclidean affine functions and their application to calendar algorithms".
Date dateOf(std::uint32_t sinceEpoch)
{
    const std::uint32_t n1 = 4 * (sinceEpoch + 719'468) + 3;
    const std::uint32_t n2 = n1 % 146'097 | 3;
    const std::uint64_t p2 = std::uint64_t(2'939'745) * n2;
    const std::uint32_t dayOfYear = std::uint32_t(p2) / 2'939'745 / 4;
    const std::uint32_t n3 = 2141 * dayOfYear + 197'913;
    const bool nextYear = dayOfYear >= 306;
    return {100 * (n1 / 146'097) + std::uint32_t(p2 >> 32) + nextYear,
            (n3 >> 16) - (nextYear ? 12 : 0), (n3 & 0xffff) / 2141 + 1};
}

std::uint32_t firstOf(std::uint32_t year, std::uint32_t month)
{
    const bool early = month <= 2;
    const std::uint32_t y = year - early;
    const std::uint32_t m = early ? month + 12 : month;
    return 1461 * y / 4 - y / 100 + y / 400 + (979 * m - 2919) / 32 - 719'468;
}

std::uint32_t lengthOf(std::uint32_t year, std::uint32_t month)
{
    if (month != 2)
        return 30 | (month ^ (month >> 3));
    return (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : 28;
}

} // namespace

BitMaskFloor BitMaskFloor::named(const QString &name)
{
    const auto found = std::find_if(rows().begin(), rows().end(),
                                    [&](const Row &row) { return name == QStringView(row.name); });
    Q_ASSERT(found != rows().end());
    return BitMaskFloor(masksOf(*found));
}

/// In seconds of the day; of the next day where none is left today.
std::uint32_t BitMaskFloor::timeFrom(std::uint32_t second) const
{
    const std::uint32_t minute = second / 60;
    const std::uint32_t hour = minute / 60;
    if (m_masks.hours >> hour & 1) {
        if (m_masks.minutes >> (minute - hour * 60) & 1) {
            const std::uint64_t left = m_masks.seconds >> (second - minute * 60);
            if (left != 0)
                return second + std::uint32_t(std::countr_zero(left));
        }
        const std::uint64_t left = m_masks.minutes >> (minute - hour * 60) >> 1;
        if (left != 0)
            return (minute + 1 + std::uint32_t(std::countr_zero(left))) * 60 +
                   std::uint32_t(std::countr_zero(m_masks.seconds));
    }
    const std::uint32_t left = m_masks.hours >> hour >> 1;
    const std::uint32_t found = left != 0 ? hour + 1 + std::uint32_t(std::countr_zero(left))
                                          : 24 + std::uint32_t(std::countr_zero(m_masks.hours));
    return found * 3600 + std::uint32_t(std::countr_zero(m_masks.minutes)) * 60 +
           std::uint32_t(std::countr_zero(m_masks.seconds));
}

std::uint32_t BitMaskFloor::dayFrom(std::uint32_t day) const
{
    Date date = dateOf(day);
    std::uint32_t above = ~0U << date.day;
    std::uint32_t months = m_masks.months >> date.month << date.month;
    for (;; ++date.year, months = m_masks.months) {
        for (; months != 0; months &= months - 1) {
            const auto month = std::uint32_t(std::countr_zero(months));
            const std::uint32_t first = firstOf(date.year, month);
            const std::uint32_t days =
                m_masks.days[lengthOf(date.year, month) - 28][(first + 3) % 7];
            const std::uint32_t found = month == date.month ? days & above : days;
            above = month == date.month ? ~0U : above;
            if (found != 0)
                return first - 1 + std::uint32_t(std::countr_zero(found));
        }
    }
}

std::int64_t BitMaskFloor::next(std::int64_t second) const
{
    const auto today = std::uint32_t(std::uint64_t(second) / daySeconds);
    const std::uint32_t time = timeFrom(std::uint32_t(std::uint64_t(second) % daySeconds));
    if (m_masks.everyDay)
        return std::int64_t(today) * daySeconds + time;
    const std::uint32_t day = today + (time >= daySeconds ? 1 : 0);
    const std::uint32_t found = dayFrom(day);
    const std::uint32_t wrapped = time >= daySeconds ? time - daySeconds : time;
    if (found == day)
        return std::int64_t(found) * daySeconds + wrapped;
    return std::int64_t(found) * daySeconds +
           std::uint32_t(std::countr_zero(m_masks.hours)) * 3600 +
           std::uint32_t(std::countr_zero(m_masks.minutes)) * 60 +
           std::uint32_t(std::countr_zero(m_masks.seconds));
}

} // namespace carillon
