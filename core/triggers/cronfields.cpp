// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronfields.h"

#include "core/time/civil.h"
#include "core/triggers/cronfieldparser.h"

#include <algorithm>
#include <bit>

namespace carillon {

namespace {

constexpr int firstYear = 1970;
constexpr int lastYear = 9999;
constexpr std::int64_t lastSecond = (daysFromCivil({lastYear, 12, 31}) + 1) * secondsPerDay - 1;
constexpr std::uint32_t allDays = 0xffff'fffe;
constexpr std::uint32_t allMonths = 0x1ffe;
constexpr std::uint8_t allWeekdays = 0x7f;
constexpr std::uint64_t allWeeks = 0x3f'ffff'ffff'fffe;

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
    CronFields fields;
    for (std::size_t i = 0; i < parsed.size(); ++i) {
        auto field = parseCronField(CronField(i), texts[i] ? *texts[i] : defaultText(texts, i));
        if (!field)
            return field.error();
        parsed[i] = *std::move(field);
        if (texts[i])
            fields.m_texts[i] = parsed[i].text;
    }
    const auto mask = [&](CronField field) { return parsed[std::size_t(field)].values[0]; };
    const ParsedCronField &day = parsed[std::size_t(CronField::Day)];
    fields.seconds = mask(CronField::Second);
    fields.minutes = mask(CronField::Minute);
    fields.hours = std::uint32_t(mask(CronField::Hour));
    fields.days = std::uint32_t(mask(CronField::Day));
    fields.lastDay = day.lastDay;
    fields.nthWeekdays = day.nthWeekdays;
    fields.months = std::uint16_t(mask(CronField::Month));
    fields.weekdays = std::uint8_t(mask(CronField::DayOfWeek));
    fields.weeks = mask(CronField::Week);
    fields.years = parsed[std::size_t(CronField::Year)].values;
    fields.prepare();
    return fields;
}

void CronFields::prepare()
{
    for (int first = 0; first < 7; ++first) {
        for (int day = 1; day <= 31; ++day) {
            if (weekdays >> ((first + day - 1) % 7) & 1)
                m_weekdayDays[std::size_t(first)] |= 1U << day;
        }
    }
    int count = 0;
    for (const std::uint64_t word : years)
        count += std::popcount(word);
    m_everyYear = count == lastYear - firstYear + 1;
    m_everyDay = m_everyYear && months == allMonths && days == allDays && weekdays == allWeekdays &&
                 weeks == allWeeks;
    m_firstTime =
        std::countr_zero(hours) * 3600 + std::countr_zero(minutes) * 60 + std::countr_zero(seconds);
}

std::optional<int> CronFields::timeFrom(int secondOfDay) const
{
    const int hour = secondOfDay / 3600;
    const int minute = secondOfDay / 60 % 60;
    const int second = secondOfDay % 60;
    if (hours >> hour & 1) {
        if (minutes >> minute & 1) {
            if (const std::uint64_t left = seconds >> second)
                return secondOfDay + std::countr_zero(left);
        }
        if (const std::uint64_t left = minutes >> (minute + 1)) {
            const int found = minute + 1 + std::countr_zero(left);
            return hour * 3600 + found * 60 + std::countr_zero(seconds);
        }
    }
    if (const std::uint32_t left = hours >> (hour + 1)) {
        const int found = hour + 1 + std::countr_zero(left);
        return found * 3600 + m_firstTime % 3600;
    }
    return {};
}

std::uint32_t CronFields::daysOf(int year, int month) const
{
    const int length = daysInMonth(year, month);
    std::uint32_t result = days;
    if (lastDay)
        result |= 1U << length;
    const bool plain = weekdays == allWeekdays && nthWeekdays == 0 && weeks == allWeeks;
    if (plain)
        return result & dayRange(1, length);

    const std::int64_t firstDay = daysFromCivil({year, month, 1});
    const int firstWeekday = weekdayFromDays(firstDay);
    for (std::uint64_t left = nthWeekdays; left != 0; left &= left - 1) {
        const int bit = std::countr_zero(left);
        const int day = 1 + (bit % 7 - firstWeekday + 7) % 7 + 7 * (bit / 7);
        if (bit >= 35) // the last one: the fifth, or the fourth where there is no fifth
            result |= 1U << (day - 7 <= length ? day - 7 : day - 14);
        else if (day <= length)
            result |= 1U << day;
    }
    result &= m_weekdayDays[std::size_t(firstWeekday)] & dayRange(1, length);
    if (weeks != allWeeks) {
        // Weeks begin on Monday: the first stretch of the month may be shorter.
        for (int day = 1; day <= length;) {
            const int sunday = std::min(length, day + 6 - weekdayFromDays(firstDay + day - 1));
            if ((weeks >> isoWeekFromDays(firstDay + day - 1) & 1) == 0)
                result &= ~dayRange(day, sunday);
            day = sunday + 1;
        }
    }
    return result;
}

std::optional<int> CronFields::yearFrom(int year) const
{
    auto bit = std::size_t(year - firstYear);
    if (year > lastYear)
        return {};
    std::size_t word = bit / 64;
    std::uint64_t left = years[word] >> (bit % 64) << (bit % 64);
    while (left == 0) {
        if (++word == years.size())
            return {};
        left = years[word];
    }
    return firstYear + int(word * 64) + std::countr_zero(left);
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
    const int until = m_everyYear ? std::min(lastYear, date.year + 400) : lastYear;
    for (auto year = yearFrom(date.year); year && *year <= until; year = yearFrom(*year + 1)) {
        int month = *year == date.year ? date.month : 1;
        for (std::uint32_t left = months >> month; left != 0; left = months >> month) {
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
