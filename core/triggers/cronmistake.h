// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/cronnotation.h"
#include "core/util/result.h"

namespace carillon {

/// The name of a syntax for people: `Crontab`, `With seconds`, …
QString cronDialectTitle(CronDialect dialect);

/// How many fields a text dialect has: `5`, `6 or 7`.
QString cronFieldCounts(CronDialect dialect);

/// Why a cron schedule cannot be read: what is wrong, where, and what is accepted there.
struct CronMistake
{
    enum class Kind : std::uint8_t {
        FieldCount,      ///< more or fewer fields than the dialect has
        UnknownAlias,    ///< `@reboot`
        QuestionMarks,   ///< of day and weekday not exactly one is `?`
        ValueMissing,    ///< nothing, or an empty part of a list
        OutOfRange,      ///< `24` hours
        NotANumber,      ///< `x` minutes
        UnknownName,     ///< `monday` as a weekday or month
        UnknownDay,      ///< `first` as a day, where words and letters are accepted too
        Backwards,       ///< `17-9`
        StepMissing,     ///< `*/`
        StepOutOfRange,  ///< `*/0`
        StepOfOneValue,  ///< `59/1`: there is nothing to step to
        Unexpected,      ///< `5 4` within a field
        WeekdayMissing,  ///< `1st` alone
        UnknownWeekday,  ///< `last friday`
        NotAlone,        ///< `15W,L` where one day must do
        UnknownPosition, ///< `fri#6`
    };

    Kind kind = Kind::FieldCount;
    CronDialect dialect = CronDialect::ApschedulerFields;
    std::optional<CronField> field = {}; ///< nothing where the text as a whole is to blame

    // Columns count characters from 1, for a line of text from its beginning.
    qsizetype column = 1;
    qsizetype length = 0;
    qsizetype fieldColumn = 1;

    QString wrong = {};     ///< the characters at `column`
    QString fieldText = {}; ///< the whole field, or the whole line

    // The numbers accepted; `most` has nothing if there is no limit.
    int least = 0;
    std::optional<int> most = {};

    QString instead = {};                         ///< for Backwards: what was probably meant
    int fieldCount = 0;                           ///< for FieldCount: how many there are
    std::optional<CronDialect> otherDialect = {}; ///< for FieldCount: it accepts this, or has as
                                                  ///< many fields

    bool operator==(const CronMistake &) const = default;

    /// For callers of the API, in one line: `hour, column 3: '24' is out of range; 0-23 is
    /// accepted`.
    QString message() const;

    /// For the window: `Hour “24” is out of range — use 0 to 23.`
    QString sentence() const;

    /// As the refusal of an argument: its name is the field's, or else `expr`.
    Error error() const;
};

} // namespace carillon
