// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/cronnotation.h"

#include <QStringList>

#include <span>

namespace carillon {

/// Which words stand for numbers in a field.
enum class CronNames : std::uint8_t { None, Months, Weekdays };

/// What a field may say beyond `*`, values, ranges, steps and lists.
enum class CronForm : std::uint16_t {
    BlanksInLists = 1 << 0,   ///< round the commas
    LastWord = 1 << 1,        ///< `last`: the last day of the month
    Ordinals = 1 << 2,        ///< `3rd mon`, `last fri`
    LastDay = 1 << 3,         ///< `L`: the last day of the month, as a weekday Saturday
    FromLastDay = 1 << 4,     ///< `L-3`, `LW`, `L-3W`
    NearestWeekday = 1 << 5,  ///< `15W`
    WeekdayOfMonth = 1 << 6,  ///< `friL`, `fri#2`
    BareSteps = 1 << 7,       ///< `/5` for `*/5`
    WrappingRanges = 1 << 8,  ///< `22-4`
    QuestionMark = 1 << 9,    ///< `?` for `*`, alone in its field
    AloneIfSpecial = 1 << 10, ///< what has L, W or # is alone in its field
};

/// One field of a dialect: what sets it apart from the same field elsewhere.
struct CronFieldGrammar
{
    /// Any step is fine that is no larger than its range is wide.
    static constexpr int withinRange = 0;
    static constexpr int anyStep = 1'000'000;

    CronField field;
    std::int16_t least;
    std::int16_t most;
    CronNames names = CronNames::None;
    std::uint16_t forms = 0;
    int mostStep = withinRange;
    std::int8_t sunday = 6;

    constexpr bool has(CronForm form) const { return (forms & std::uint16_t(form)) != 0; }
    /// Unix crontabs know Sunday as 7 too; it ends a range, but `*` does not count it twice.
    constexpr bool hasTwoSundays() const
    {
        return names == CronNames::Weekdays && most == 7 && least == 0;
    }
    /// Where `*` and `a/n` end.
    constexpr int top() const { return hasTwoSundays() ? 6 : most; }
};

/// The fields of a dialect in the order of writing, and what it says of them together.
struct CronGrammar
{
    std::span<const CronFieldGrammar> fields;
    int fewestFields;
    bool hasAliases = false;      ///< `@daily`
    bool eitherDay = false;       ///< the day or the weekday, if neither begins with `*`
    bool oneQuestionMark = false; ///< of day and weekday exactly one is `?`
};

const CronGrammar &cronGrammar(CronDialect dialect);

/// What the dialect accepts in a field it has.
const CronFieldGrammar &cronFieldGrammar(CronDialect dialect, CronField field);

/// In the order of their numbers: jan …, mon … or, where Sunday comes first, sun …
QStringList cronNames(const CronFieldGrammar &grammar);

/// Examples of what a day may say besides numbers: `last`, `2nd mon`; `L`, `15W`, …
QStringList cronDayForms(CronDialect dialect);

/// The number of the month or weekday with these three letters, in any case; else nothing.
std::optional<int> cronNumberOf(const CronFieldGrammar &grammar, QStringView name);

} // namespace carillon
