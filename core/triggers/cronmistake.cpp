// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronmistake.h"

#include "core/triggers/crongrammar.h"
#include "core/util/coretext.h"
#include "core/util/quoted.h"

namespace carillon {

namespace {

using Kind = CronMistake::Kind;

/// `0-59`, or the names of weekdays where only those will do.
QString acceptedValues(const CronMistake &mistake)
{
    return mistake.most ? u"%1-%2"_qs.arg(mistake.least).arg(*mistake.most)
                        : CoreText::tr("%1 or more").arg(mistake.least);
}

QString acceptedNames(CronDialect dialect, CronField field)
{
    return cronNames(cronFieldGrammar(dialect, field)).join(u", ");
}

QString aboutNames(const CronMistake &mistake)
{
    const QString wrong = quoted(mistake.wrong);
    if (mistake.kind == Kind::UnknownName) {
        return CoreText::tr("%1 is not a name known here; %2 accepted")
            .arg(wrong, acceptedNames(mistake.dialect, *mistake.field));
    }
    const QString weekdays = acceptedNames(CronDialect::ApschedulerFields, CronField::DayOfWeek);
    if (mistake.kind == Kind::UnknownWeekday)
        return CoreText::tr("%1 is not a weekday; %2 accepted").arg(wrong, weekdays);
    if (mistake.kind == Kind::WeekdayMissing)
        return CoreText::tr("%1 needs a weekday after a blank; %2 accepted").arg(wrong, weekdays);
    return CoreText::tr("%1 is not known here; %2 accepted")
        .arg(wrong, u"1-31, "_qs + cronDayForms(mistake.dialect).join(u", "));
}

QString aboutStep(const CronMistake &mistake)
{
    const QString accepted = acceptedValues(mistake);
    switch (mistake.kind) {
    case Kind::StepMissing: return CoreText::tr("a step is missing; %1 is accepted").arg(accepted);
    case Kind::StepOutOfRange:
        return CoreText::tr("the step %1 does not fit; %2 is accepted")
            .arg(quoted(mistake.wrong), accepted);
    default:
        return CoreText::tr("%1 has a step after a single value; a range or no step is accepted")
            .arg(quoted(mistake.wrong));
    }
}

QString aboutField(const CronMistake &mistake)
{
    const QString wrong = quoted(mistake.wrong);
    const QString accepted = acceptedValues(mistake);
    switch (mistake.kind) {
    case Kind::ValueMissing:
        return CoreText::tr("a value is missing; %1 is accepted").arg(accepted);
    case Kind::OutOfRange:
        return CoreText::tr("%1 is out of range; %2 is accepted").arg(wrong, accepted);
    case Kind::NotANumber:
        return CoreText::tr("%1 is not a number; %2 is accepted").arg(wrong, accepted);
    case Kind::Backwards:
        return CoreText::tr("%1 runs backwards; %2 is accepted").arg(wrong, mistake.instead);
    case Kind::Unexpected:
        return CoreText::tr("%1 is not expected here; a comma or the end is accepted").arg(wrong);
    case Kind::NotAlone:
        return CoreText::tr("%1 is part of a list; alone it is accepted").arg(wrong);
    case Kind::UnknownPosition:
        return CoreText::tr("%1 is not a position in the month; %2 is accepted")
            .arg(wrong, accepted);
    case Kind::StepMissing:
    case Kind::StepOutOfRange:
    case Kind::StepOfOneValue: return aboutStep(mistake);
    default: return aboutNames(mistake);
    }
}

QString aboutLine(const CronMistake &mistake)
{
    if (mistake.kind == Kind::UnknownAlias) {
        return CoreText::tr("%1 is not known here; @yearly, @annually, @monthly, @weekly, @daily, "
                            "@midnight, @hourly accepted")
            .arg(quoted(mistake.wrong));
    }
    if (mistake.kind == Kind::QuestionMarks) {
        return mistake.fieldText.contains(u'?')
                   ? CoreText::tr("day and weekday are both '?'; exactly one '?' is accepted")
                   : CoreText::tr("neither day nor weekday is '?'; exactly one '?' is accepted");
    }
    const QString has = cronFieldCounts(mistake.dialect);
    const QString dialect = cronDialectName(mistake.dialect);
    //: %1 is the name of a syntax, %2 a number, or two as in “6 or 7”.
    return mistake.fieldCount == 1
               ? CoreText::tr("1 field; %1 has %2").arg(dialect, has)
               //: %1 is a number, %2 the name of a syntax, %3 a number, or two
               //: as in “6 or 7”.
               : CoreText::tr("%1 fields; %2 has %3").arg(mistake.fieldCount).arg(dialect, has);
}

} // namespace

QString cronFieldCounts(CronDialect dialect)
{
    const CronGrammar &grammar = cronGrammar(dialect);
    const auto most = int(grammar.fields.size());
    return grammar.fewestFields == most
               ? QString::number(most)
               : CoreText::tr("%1 or %2").arg(grammar.fewestFields).arg(most);
}

QString CronMistake::message() const
{
    if (!field)
        return u"expr: "_qs + aboutLine(*this);
    const QString name = cronFieldName(*field);
    const auto within = column - fieldColumn + 1;
    if (dialect == CronDialect::ApschedulerFields) {
        //: %1 is the name of a field, %2 counts characters from 1, %3 says what is wrong there.
        return CoreText::tr("%1, column %2: %3").arg(name).arg(within).arg(aboutField(*this));
    }
    //: %1 is the name of a field, %2 counts characters to where it begins and %3 from there, both
    //: from 1; %4 says what is wrong there.
    return CoreText::tr("%1 (from column %2), column %3: %4")
        .arg(name)
        .arg(fieldColumn)
        .arg(within)
        .arg(aboutField(*this));
}

Error CronMistake::error() const
{
    const bool isArgument = field && dialect == CronDialect::ApschedulerFields;
    return {ErrorCode::InvalidInput, message(), isArgument ? cronFieldName(*field) : u"expr"_qs};
}

} // namespace carillon
