// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/crongrammar.h"

namespace carillon {

namespace {

using enum CronField;
using enum CronForm;

constexpr std::uint16_t operator|(CronForm a, CronForm b)
{
    return std::uint16_t(std::uint16_t(a) | std::uint16_t(b));
}

constexpr std::uint16_t operator|(std::uint16_t a, CronForm b)
{
    return std::uint16_t(a | std::uint16_t(b));
}

constexpr auto anyStep = CronFieldGrammar::anyStep;
constexpr auto noNames = CronNames::None;
constexpr auto months = CronNames::Months;
constexpr auto weekdays = CronNames::Weekdays;
constexpr auto inLists = std::uint16_t(BlanksInLists);

// In the order of CronField.
constexpr std::array apschedulerFields{
    CronFieldGrammar{Year, 1970, 9999, noNames, inLists},
    CronFieldGrammar{Month, 1, 12, months, inLists},
    CronFieldGrammar{Day, 1, 31, noNames, BlanksInLists | LastWord | Ordinals},
    CronFieldGrammar{Week, 1, 53, noNames, inLists},
    CronFieldGrammar{DayOfWeek, 0, 6, weekdays, inLists},
    CronFieldGrammar{Hour, 0, 23, noNames, inLists},
    CronFieldGrammar{Minute, 0, 59, noNames, inLists},
    CronFieldGrammar{Second, 0, 59, noNames, inLists},
};

constexpr std::array apschedulerCrontab{
    CronFieldGrammar{Minute, 0, 59},
    CronFieldGrammar{Hour, 0, 23},
    CronFieldGrammar{Day, 1, 31, noNames, std::uint16_t(LastWord)},
    CronFieldGrammar{Month, 1, 12, months},
    CronFieldGrammar{DayOfWeek, 0, 6, weekdays},
};

// Without the first these are the fields of Crontab.
constexpr std::array crontabWithSeconds{
    CronFieldGrammar{Second, 0, 59, noNames, 0, anyStep},
    CronFieldGrammar{Minute, 0, 59, noNames, 0, anyStep},
    CronFieldGrammar{Hour, 0, 23, noNames, 0, anyStep},
    CronFieldGrammar{Day, 1, 31, noNames, 0, anyStep},
    CronFieldGrammar{Month, 1, 12, months, 0, anyStep},
    CronFieldGrammar{DayOfWeek, 0, 7, weekdays, 0, anyStep, 0},
};

constexpr std::uint16_t quartzField = BareSteps | WrappingRanges;
constexpr std::uint16_t quartzDate = quartzField | QuestionMark | LastDay | AloneIfSpecial;
constexpr std::array quartz{
    CronFieldGrammar{Second, 0, 59, noNames, quartzField, 59},
    CronFieldGrammar{Minute, 0, 59, noNames, quartzField, 59},
    CronFieldGrammar{Hour, 0, 23, noNames, quartzField, 23},
    CronFieldGrammar{Day, 1, 31, noNames, quartzDate | FromLastDay | NearestWeekday, 31},
    CronFieldGrammar{Month, 1, 12, months, quartzField, 12},
    CronFieldGrammar{DayOfWeek, 1, 7, weekdays, quartzDate | WeekdayOfMonth, 7, 1},
    CronFieldGrammar{Year, 1970, 9999, noNames, std::uint16_t(BareSteps), anyStep},
};

constexpr auto kinitField = std::uint16_t(QuestionMark);
constexpr std::array kinit{
    CronFieldGrammar{Second, 0, 59, noNames, kinitField},
    CronFieldGrammar{Minute, 0, 59, noNames, kinitField},
    CronFieldGrammar{Hour, 0, 23, noNames, kinitField},
    CronFieldGrammar{Day, 1, 31, noNames, kinitField | LastWord | LastDay | NearestWeekday},
    CronFieldGrammar{Month, 1, 12, months, kinitField},
    CronFieldGrammar{DayOfWeek, 0, 6, weekdays, kinitField | WeekdayOfMonth},
    CronFieldGrammar{Year, 1970, 9999, noNames, kinitField},
};

// In the order of CronDialect.
constexpr std::array<CronGrammar, 6> grammars{{
    {apschedulerFields, 0},
    {apschedulerCrontab, 5},
    {std::span(crontabWithSeconds).subspan<1>(), 5, true, true},
    {crontabWithSeconds, 6, true, true},
    {quartz, 6, false, false, true},
    {kinit, 6},
}};

/// Three letters in one number, in lower case.
constexpr std::uint64_t key(const char16_t *letters)
{
    return std::uint64_t(letters[0] | 0x20) << 32 | std::uint64_t(letters[1] | 0x20) << 16 |
           std::uint64_t(letters[2] | 0x20);
}

constexpr std::array monthKeys{key(u"jan"), key(u"feb"), key(u"mar"), key(u"apr"),
                               key(u"may"), key(u"jun"), key(u"jul"), key(u"aug"),
                               key(u"sep"), key(u"oct"), key(u"nov"), key(u"dec")};
constexpr std::array weekdayKeys{key(u"mon"), key(u"tue"), key(u"wed"), key(u"thu"),
                                 key(u"fri"), key(u"sat"), key(u"sun")};

std::optional<int> indexOf(std::span<const std::uint64_t> keys, std::uint64_t wanted)
{
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == wanted)
            return int(i);
    }
    return {};
}

/// The number of the nth weekday from Monday on.
int weekdayNumber(const CronFieldGrammar &grammar, int fromMonday)
{
    const int sundayIndex = grammar.sunday - grammar.least;
    return grammar.least + (fromMonday + sundayIndex + 1) % 7;
}

} // namespace

const CronGrammar &cronGrammar(CronDialect dialect)
{
    return grammars[std::size_t(dialect)];
}

const CronFieldGrammar &cronFieldGrammar(CronDialect dialect, CronField field)
{
    const auto fields = cronGrammar(dialect).fields;
    std::size_t index = 0;
    while (fields[index].field != field)
        ++index;
    return fields[index];
}

QStringList cronNames(const CronFieldGrammar &grammar)
{
    static const QStringList monthNames{u"jan"_qs, u"feb"_qs, u"mar"_qs, u"apr"_qs,
                                        u"may"_qs, u"jun"_qs, u"jul"_qs, u"aug"_qs,
                                        u"sep"_qs, u"oct"_qs, u"nov"_qs, u"dec"_qs};
    static const QStringList fromMonday{u"mon"_qs, u"tue"_qs, u"wed"_qs, u"thu"_qs,
                                        u"fri"_qs, u"sat"_qs, u"sun"_qs};
    static const QStringList fromSunday = fromMonday.last(1) + fromMonday.first(6);
    switch (grammar.names) {
    case CronNames::Months: return monthNames;
    case CronNames::Weekdays: return grammar.sunday == 6 ? fromMonday : fromSunday;
    case CronNames::None: break;
    }
    return {};
}

QStringList cronDayForms(CronDialect dialect)
{
    const CronFieldGrammar &day = cronFieldGrammar(dialect, Day);
    QStringList forms;
    if (day.has(LastWord))
        forms += u"last"_qs;
    if (day.has(Ordinals))
        forms += {u"2nd mon"_qs, u"last fri"_qs};
    if (day.has(LastDay))
        forms += u"L"_qs;
    if (day.has(FromLastDay))
        forms += {u"L-3"_qs, u"LW"_qs};
    if (day.has(NearestWeekday))
        forms += u"15W"_qs;
    return forms;
}

std::optional<int> cronNumberOf(const CronFieldGrammar &grammar, QStringView name)
{
    if (grammar.names == CronNames::None || name.size() != 3)
        return {};
    const std::uint64_t wanted = key(name.utf16());
    if (grammar.names == CronNames::Months) {
        const auto index = indexOf(monthKeys, wanted);
        return index ? std::optional(*index + 1) : std::nullopt;
    }
    const auto index = indexOf(weekdayKeys, wanted);
    return index ? std::optional(weekdayNumber(grammar, *index)) : std::nullopt;
}

} // namespace carillon
