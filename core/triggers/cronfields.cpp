// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronfields.h"

#include "core/time/civil.h"
#include "core/triggers/monthdays.h"

#include <algorithm>
#include <bit>

namespace carillon {

namespace {

constexpr auto lastCronDay = std::uint32_t(daysFromCivil({lastCronYear, 12, 31}));
constexpr std::uint32_t noDay = UINT32_MAX;
constexpr std::uint32_t daySeconds = secondsPerDay;

// Days are counted from 1970 on in 32 bits without a sign, in which the compiler divides fastest.
std::uint32_t weekdayOf(std::uint32_t day)
{
    return (day + 3) % 7;
}

/// In seconds of the day. Where no time is left today, the first of tomorrow: a day more.
std::uint32_t timeFrom(std::uint32_t secondOfDay, const CronMasks &masks, const FirstTime &first)
{
    const std::uint32_t minuteOfDay = secondOfDay / 60;
    const std::uint32_t hour = minuteOfDay / 60;
    const std::uint32_t minute = minuteOfDay - hour * 60;
    if (masks.hours >> hour & 1) {
        if (masks.minutes >> minute & 1) {
            const std::uint32_t second = secondOfDay - minuteOfDay * 60;
            if (const std::uint64_t left = masks.seconds >> second)
                return secondOfDay + std::uint32_t(std::countr_zero(left));
        }
        if (const std::uint64_t left = masks.minutes >> minute >> 1) {
            const auto found = minuteOfDay + 1 + std::uint32_t(std::countr_zero(left));
            return found * 60 + first.ofMinute;
        }
    }
    if (const std::uint32_t left = masks.hours >> hour >> 1)
        return (hour + 1 + std::uint32_t(std::countr_zero(left))) * 3600 + first.ofHour;
    return daySeconds + first.ofDay;
}

} // namespace

FirstTime::FirstTime(const CronMasks &masks)
    : ofMinute(std::uint32_t(std::countr_zero(masks.seconds)))
{
    ofHour = std::uint32_t(std::countr_zero(masks.minutes)) * 60 + ofMinute;
    ofDay = std::uint32_t(std::countr_zero(masks.hours)) * 3600 + ofHour;
}

CronFields::CronFields(const CronMasks &masks)
    : m_firstTime(masks),
      m_months(masks.months),
      m_everyYear(masks.years == everyYear),
      m_everyWeek(masks.weeks == everyWeek),
      m_masks(masks)
{
    for (int length = 28; length <= 31; ++length) {
        for (int weekday = 0; weekday < 7; ++weekday)
            m_days[std::size_t(length - 28)][std::size_t(weekday)] =
                daysOf(masks, {length, weekday});
    }
    m_anyWeekday = std::all_of(m_days.begin(), m_days.end(), [](const auto &days) {
        return std::equal(days.begin() + 1, days.end(), days.begin());
    });
    if (!m_everyWeek)
        m_months &= monthsOfWeeks(masks.weeks);
    if (masks.hours == 0 || masks.minutes == 0 || masks.seconds == 0)
        m_months = 0;
    m_onlyWeekday = m_everyYear && m_everyWeek && m_months == everyMonth && masks.weekdays != 0 &&
                    masks.days == everyDayOfMonth && masks.weekdaysNth == 0 &&
                    masks.dayRule == CronMasks::DayRule::Both;
    m_everyDay = m_onlyWeekday && masks.weekdays == everyWeekday;
    for (unsigned weekday = 0; m_onlyWeekday && weekday < 7; ++weekday) {
        const unsigned twoWeeks = masks.weekdays * 0x81U;
        m_daysToWait[weekday] = std::uint8_t(std::countr_zero(twoWeeks >> weekday));
    }
}

/// The days of a month, bits 1–31, that match.
std::uint32_t CronFields::daysIn(int year, int month) const
{
    const auto &ofLength = m_days[std::size_t(daysInMonth(year, month) - 28)];
    if (m_anyWeekday && m_everyWeek)
        return ofLength[0];
    const auto firstDay = std::uint32_t(daysFromCivil({year, month, 1}));
    const std::uint32_t days = ofLength[weekdayOf(firstDay)];
    return m_everyWeek ? days : daysInWeeks(days, m_masks.weeks, firstDay);
}

bool CronFields::hasYear(int year) const
{
    const auto bit = std::size_t(year - firstCronYear);
    return m_everyYear || (m_masks.years[bit / 64] >> (bit % 64) & 1) != 0;
}

/// The first year from this one on that matches; after lastCronYear, if none does.
int CronFields::yearFrom(int year) const
{
    while (year <= lastCronYear && !hasYear(year))
        ++year;
    return year;
}

/// The first day after a month that matches.
std::uint32_t CronFields::dateAfter(int year, int month) const
{
    // The calendar repeats every 400 years: what has not come by then never comes.
    const int until = m_everyYear ? std::min(lastCronYear, year + 400) : lastCronYear;
    std::uint32_t months = m_months & (~1U << month);
    for (;;) {
        for (; months != 0; months &= months - 1) {
            month = std::countr_zero(months);
            if (const std::uint32_t found = daysIn(year, month)) {
                const auto firstDay = std::uint32_t(daysFromCivil({year, month, 1}));
                return firstDay - 1 + std::uint32_t(std::countr_zero(found));
            }
        }
        year = yearFrom(year + 1);
        if (year > until)
            return noDay;
        months = m_months;
    }
}

/// The first day from this one on that matches.
std::uint32_t CronFields::dateFrom(std::uint32_t day) const
{
    const CivilDate date = civilFromDays(day);
    if (date.year > lastCronYear)
        return noDay;
    if (!hasYear(date.year))
        return dateAfter(date.year, 12);
    if (m_months >> date.month & 1) {
        if (const std::uint32_t left = daysIn(date.year, date.month) >> date.day)
            return day + std::uint32_t(std::countr_zero(left));
    }
    return dateAfter(date.year, date.month);
}

std::int64_t CronFields::matchFrom(std::int64_t from) const
{
    const std::uint64_t second = from < 0 ? 0 : std::uint64_t(from);
    if (second / daySeconds > lastCronDay)
        return never;
    const auto today = std::uint32_t(second / daySeconds);
    const std::uint32_t time = timeFrom(std::uint32_t(second % daySeconds), m_masks, m_firstTime);
    const std::uint32_t day = time < daySeconds ? today : today + 1;
    if (m_everyDay)
        return day <= lastCronDay ? std::int64_t(today) * daySeconds + time : never;
    const std::uint32_t found = m_onlyWeekday ? day + m_daysToWait[weekdayOf(day)] : dateFrom(day);
    if (found > lastCronDay)
        return never;
    return std::int64_t(found) * daySeconds + (found == today ? time : m_firstTime.ofDay);
}

} // namespace carillon
