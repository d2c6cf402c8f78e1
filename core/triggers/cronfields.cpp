// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronfields.h"

#include "core/time/civil.h"
#include "core/triggers/cronfieldparser.h"

#include <algorithm>
#include <bit>

namespace carillon {

namespace {

constexpr std::int64_t lastSecond = (daysFromCivil({lastCronYear, 12, 31}) + 1) * secondsPerDay - 1;

/// Bits first … last.
constexpr std::uint32_t dayRange(int first, int last)
{
    return (0xffff'ffffU << first) & (0xffff'ffffU >> (31 - last));
}

/// What a field says that was left out: `*` if a less significant one is given, else its minimum.
QString defaultText(const CronTexts &texts, std::size_t field)
{
    const auto given = [](const std::optional<QString> &text) { return text.has_value(); };
    const bool refined = std::any_of(texts.begin() + std::ptrdiff_t(field), texts.end(), given);
    const bool nothing = std::none_of(texts.begin(), texts.end(), given);
    const auto kind = CronField(field);
    if (refined || nothing || kind == CronField::Week || kind == CronField::DayOfWeek)
        return u"*"_qs;
    return QString::number(cronLimits(kind).least);
}

/// What the calendar says of a month.
struct Month
{
    int length;
    int firstWeekday;

    int weekdayOf(int day) const { return (firstWeekday + day - 1) % 7; }
};

std::uint32_t daysFromLast(std::uint32_t distances, const Month &month)
{
    std::uint32_t days = 0;
    for (; distances != 0; distances &= distances - 1) {
        const int day = month.length - std::countr_zero(distances);
        days |= day >= 1 ? 1U << day : 0;
    }
    return days;
}

/// The Monday–Friday nearest to `day`, without leaving the month.
int nearestWeekday(int day, const Month &month)
{
    const int weekday = month.weekdayOf(day);
    if (weekday == 5)
        return day > 1 ? day - 1 : day + 2;
    if (weekday == 6)
        return day < month.length ? day + 1 : day - 2;
    return day;
}

std::uint32_t nearestWeekdays(std::uint32_t wanted, const Month &month)
{
    std::uint32_t days = 0;
    for (wanted &= dayRange(1, month.length); wanted != 0; wanted &= wanted - 1)
        days |= 1U << nearestWeekday(std::countr_zero(wanted), month);
    return days;
}

std::uint32_t nearestToFromLast(std::uint32_t distances, const Month &month)
{
    return nearestWeekdays(daysFromLast(distances, month), month);
}

std::uint32_t nthWeekdays(std::uint64_t wanted, const Month &month)
{
    std::uint32_t days = 0;
    for (; wanted != 0; wanted &= wanted - 1) {
        const int bit = std::countr_zero(wanted);
        const int day = 1 + (bit % 7 - month.firstWeekday + 7) % 7 + 7 * (bit / 7);
        if (bit >= 35) // the last one: the fifth, or the fourth where there is no fifth
            days |= 1U << (day - 7 <= month.length ? day - 7 : day - 14);
        else if (day <= month.length)
            days |= 1U << day;
    }
    return days;
}

/// The days of a month that lie in the ISO weeks; weeks begin on Monday.
std::uint32_t daysInWeeks(std::uint64_t weeks, std::int64_t firstDay, int length)
{
    std::uint32_t days = 0;
    for (int day = 1; day <= length;) {
        const int sunday = std::min(length, day + 6 - weekdayFromDays(firstDay + day - 1));
        if (weeks >> isoWeekFromDays(firstDay + day - 1) & 1)
            days |= dayRange(day, sunday);
        day = sunday + 1;
    }
    return days;
}

} // namespace

QString cronFieldName(CronField field)
{
    static const std::array<QString, cronFieldCount> names{
        u"year"_qs,        u"month"_qs, u"day"_qs,    u"week"_qs,
        u"day_of_week"_qs, u"hour"_qs,  u"minute"_qs, u"second"_qs};
    return names[std::size_t(field)];
}

Result<CronFields> CronFields::parse(const CronTexts &texts)
{
    std::array<ParsedCronField, cronFieldCount> parsed;
    for (std::size_t i = 0; i < parsed.size(); ++i) {
        auto field = parseCronField(CronField(i), texts[i] ? *texts[i] : defaultText(texts, i));
        if (!field)
            return field.error();
        parsed[i] = *std::move(field);
    }
    const auto mask = [&](CronField field) { return parsed[std::size_t(field)].values[0]; };
    const ParsedCronField &day = parsed[std::size_t(CronField::Day)];
    CronMasks masks;
    masks.seconds = mask(CronField::Second);
    masks.minutes = mask(CronField::Minute);
    masks.hours = std::uint32_t(mask(CronField::Hour));
    masks.days = std::uint32_t(mask(CronField::Day));
    masks.daysFromLast = day.lastDay ? 1 : 0;
    masks.nthWeekdays = day.nthWeekdays;
    masks.months = std::uint16_t(mask(CronField::Month));
    masks.weekdays = std::uint8_t(mask(CronField::DayOfWeek));
    masks.weeks = mask(CronField::Week);
    masks.years = parsed[std::size_t(CronField::Year)].values;
    return CronFields(masks);
}

CronTexts normalised(const CronTexts &texts)
{
    CronTexts result;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto parsed =
            texts[i] ? parseCronField(CronField(i), *texts[i]) : Result<ParsedCronField>(Error{});
        if (parsed)
            result[i] = parsed->text;
    }
    return result;
}

CronFields::CronFields(const CronMasks &masks) : m_masks(masks)
{
    for (int first = 0; first < 7; ++first) {
        for (int day = 1; day <= 31; ++day) {
            if (masks.weekdays >> ((first + day - 1) % 7) & 1)
                m_weekdayDays[std::size_t(first)] |= 1U << day;
        }
    }
    const bool otherDays = masks.daysFromLast != 0 || masks.nearestWeekdays != 0 ||
                           masks.nearestToFromLast != 0 || masks.nthWeekdays != 0;
    m_plainDays = !otherDays && masks.weekdays == everyWeekday && masks.weeks == everyWeek &&
                  masks.dayRule == CronMasks::DayRule::Both;
    m_everyYear = masks.years == everyYear;
    m_everyDay =
        m_plainDays && masks.days == everyDayOfMonth && masks.months == everyMonth && m_everyYear;
    m_firstTime = std::countr_zero(masks.hours) * 3600 + std::countr_zero(masks.minutes) * 60 +
                  std::countr_zero(masks.seconds);
}

std::optional<int> CronFields::timeFrom(int secondOfDay) const
{
    const int hour = secondOfDay / 3600;
    const int minute = secondOfDay / 60 % 60;
    const int second = secondOfDay % 60;
    if (m_masks.hours >> hour & 1) {
        if (m_masks.minutes >> minute & 1) {
            if (const std::uint64_t left = m_masks.seconds >> second)
                return secondOfDay + std::countr_zero(left);
        }
        if (const std::uint64_t left = m_masks.minutes >> (minute + 1)) {
            const int found = minute + 1 + std::countr_zero(left);
            return hour * 3600 + found * 60 + std::countr_zero(m_masks.seconds);
        }
    }
    if (const std::uint32_t left = m_masks.hours >> (hour + 1)) {
        const int found = hour + 1 + std::countr_zero(left);
        return found * 3600 + m_firstTime % 3600;
    }
    return {};
}

std::uint32_t CronFields::daysOf(int year, int month) const
{
    const int length = daysInMonth(year, month);
    if (m_plainDays)
        return m_masks.days & dayRange(1, length);

    const std::int64_t firstDay = daysFromCivil({year, month, 1});
    const Month shape{length, weekdayFromDays(firstDay)};
    const std::uint32_t days = (m_masks.days & dayRange(1, length)) |
                               daysFromLast(m_masks.daysFromLast, shape) |
                               nearestWeekdays(m_masks.nearestWeekdays, shape) |
                               nearestToFromLast(m_masks.nearestToFromLast, shape) |
                               nthWeekdays(m_masks.nthWeekdays, shape);
    const std::uint32_t weekdays =
        (m_weekdayDays[std::size_t(shape.firstWeekday)] & dayRange(1, length)) |
        nthWeekdays(m_masks.weekdaysNth, shape);
    std::uint32_t result =
        m_masks.dayRule == CronMasks::DayRule::Both ? days & weekdays : days | weekdays;
    if (m_masks.weeks != everyWeek)
        result &= daysInWeeks(m_masks.weeks, firstDay, length);
    return result;
}

std::optional<int> CronFields::yearFrom(int year) const
{
    auto bit = std::size_t(year - firstCronYear);
    if (year > lastCronYear)
        return {};
    std::size_t word = bit / 64;
    std::uint64_t left = m_masks.years[word] >> (bit % 64) << (bit % 64);
    while (left == 0) {
        if (++word == m_masks.years.size())
            return {};
        left = m_masks.years[word];
    }
    return firstCronYear + int(word * 64) + std::countr_zero(left);
}

std::optional<std::int64_t> CronFields::firstMatch(std::int64_t from) const
{
    from = std::max<std::int64_t>(from, 0);
    if (from > lastSecond)
        return {};
    const std::int64_t today = from / secondsPerDay;
    const auto time = timeFrom(int(from % secondsPerDay));
    if (m_everyDay) {
        const std::int64_t match =
            time ? today * secondsPerDay + *time : (today + 1) * secondsPerDay + m_firstTime;
        return match <= lastSecond ? std::optional(match) : std::nullopt;
    }

    const CivilDate date = civilFromDays(today);
    // The calendar repeats every 400 years: what has not come by then never comes.
    const int until = m_everyYear ? std::min(lastCronYear, date.year + 400) : lastCronYear;
    for (auto year = yearFrom(date.year); year && *year <= until; year = yearFrom(*year + 1)) {
        int month = *year == date.year ? date.month : 1;
        for (std::uint32_t left = m_masks.months >> month; left != 0;
             left = m_masks.months >> month) {
            month += std::countr_zero(left);
            std::uint32_t found = daysOf(*year, month);
            if (*year == date.year && month == date.month) {
                if (time && found >> date.day & 1)
                    return today * secondsPerDay + *time;
                found &= ~((2U << date.day) - 1);
            }
            if (found != 0) {
                const int day = std::countr_zero(found);
                return daysFromCivil({*year, month, day}) * secondsPerDay + m_firstTime;
            }
            ++month;
        }
    }
    return {};
}

} // namespace carillon
