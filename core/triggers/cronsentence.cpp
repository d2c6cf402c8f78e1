// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/crongrammar.h"
#include "core/triggers/cronmistake.h"
#include "core/util/coretext.h"
#include "core/util/quoted.h"

namespace carillon {

namespace {

using Kind = CronMistake::Kind;

QString fieldTitle(CronField field)
{
    switch (field) {
    case CronField::Year: return CoreText::tr("Year");
    case CronField::Month: return CoreText::tr("Month");
    case CronField::Day: return CoreText::tr("Day");
    case CronField::Week: return CoreText::tr("Week");
    case CronField::DayOfWeek: return CoreText::tr("Weekday");
    case CronField::Hour: return CoreText::tr("Hour");
    case CronField::Minute: return CoreText::tr("Minute");
    case CronField::Second: break;
    }
    return CoreText::tr("Second");
}

/// The syntax as what needs so many fields.
QString subject(CronDialect dialect)
{
    switch (dialect) {
    case CronDialect::Crontab: return CoreText::tr("Crontab", "needs 5 fields");
    case CronDialect::Seconds: return CoreText::tr("“With seconds”", "needs 6 fields");
    case CronDialect::Quartz: return CoreText::tr("Quartz", "needs 6 or 7 fields");
    case CronDialect::Kinit: return CoreText::tr("kinit", "needs 6 or 7 fields");
    case CronDialect::ApschedulerCrontab:
    case CronDialect::ApschedulerFields: break;
    }
    return CoreText::tr("APScheduler crontab", "needs 5 fields");
}

QString aboutCount(const CronMistake &mistake)
{
    const QString count = QString::number(mistake.fieldCount);
    const QString needed = cronFieldCounts(mistake.dialect);
    const QString who = subject(mistake.dialect);
    if (mistake.fieldCount == 0)
        return CoreText::tr("This is empty — %1 needs %2 fields.").arg(who, needed);
    if (!mistake.otherDialect) {
        return mistake.fieldCount == 1
                   ? CoreText::tr("This has 1 field — %1 needs %2.").arg(who, needed)
                   : CoreText::tr("This has %1 fields — %2 needs %3.").arg(count, who, needed);
    }
    const QString other = cronDialectTitle(*mistake.otherDialect);
    return mistake.fieldCount == 1
               ? CoreText::tr("This has 1 field; %1 needs %2 — switch to “%3”?")
                     .arg(who, needed, other)
               : CoreText::tr("This has %1 fields; %2 needs %3 — switch to “%4”?")
                     .arg(count, who, needed, other);
}

QString aboutQuestionMarks(const CronMistake &mistake)
{
    return mistake.fieldText.contains(u'?')
               ? CoreText::tr("Day and weekday are both “?” — use “?” for exactly one of them.")
               : CoreText::tr("Day and weekday are both given — use “?” for exactly one of them.");
}

QString unknownWeekday(const QString &text, const QString &wrong)
{
    if (text == wrong)
        return CoreText::tr("“%1” is not a weekday — use mon, tue … sun.").arg(wrong);
    return CoreText::tr("“%1”: “%2” is not a weekday — use mon, tue … sun.").arg(text, wrong);
}

QString unknownMonth(const QString &text, const QString &wrong)
{
    if (text == wrong)
        return CoreText::tr("“%1” is not a month — use jan, feb … dec.").arg(wrong);
    return CoreText::tr("“%1”: “%2” is not a month — use jan, feb … dec.").arg(text, wrong);
}

QString unknownDay(const QString &text, const QString &wrong, const QString &forms)
{
    if (text == wrong)
        return CoreText::tr("“%1” is not known here — use 1 to 31 or forms like %2.")
            .arg(wrong, forms);
    return CoreText::tr("“%1”: “%2” is not known here — use 1 to 31 or forms like %3.")
        .arg(text, wrong, forms);
}

QString notANumber(const CronMistake &mistake)
{
    const QString least = QString::number(mistake.least);
    const QString most = QString::number(*mistake.most);
    if (mistake.fieldText == mistake.wrong)
        return CoreText::tr("“%1” is not a number — use %2 to %3.").arg(mistake.wrong, least, most);
    return CoreText::tr("“%1”: “%2” is not a number — use %3 to %4.")
        .arg(mistake.fieldText, mistake.wrong, least, most);
}

QString missing(const CronMistake &mistake)
{
    const QString least = QString::number(mistake.least);
    const QString most = QString::number(*mistake.most);
    if (mistake.fieldText.trimmed().isEmpty())
        return CoreText::tr("%1 is empty — use %2 to %3.")
            .arg(fieldTitle(*mistake.field), least, most);
    return CoreText::tr("“%1”: a value is missing — use %2 to %3.")
        .arg(mistake.fieldText, least, most);
}

QString aboutStepOf(const CronMistake &mistake)
{
    const QString least = QString::number(mistake.least);
    const QString most = QString::number(mistake.most.value_or(0));
    if (mistake.kind == Kind::StepMissing) {
        return mistake.most ? CoreText::tr("“%1”: a number is missing after “/” — use %2 to %3.")
                                  .arg(mistake.fieldText, least, most)
                            : CoreText::tr("“%1”: a number is missing after “/” — use 1 or more.")
                                  .arg(mistake.fieldText);
    }
    if (mistake.kind == Kind::StepOfOneValue)
        return CoreText::tr("“%1” is a single value with a step — use a range, or no step.")
            .arg(mistake.wrong);
    return mistake.most ? CoreText::tr("“%1”: the step %2 does not fit — use %3 to %4.")
                              .arg(mistake.fieldText, mistake.wrong, least, most)
                        : CoreText::tr("“%1”: the step %2 does not fit — use 1 or more.")
                              .arg(mistake.fieldText, mistake.wrong);
}

CronMistake withShortTexts(CronMistake mistake)
{
    mistake.wrong = oneLine(mistake.wrong);
    mistake.fieldText = oneLine(mistake.fieldText);
    return mistake;
}

} // namespace

QString cronDialectTitle(CronDialect dialect)
{
    switch (dialect) {
    case CronDialect::ApschedulerFields: return CoreText::tr("APScheduler fields");
    case CronDialect::ApschedulerCrontab: return CoreText::tr("APScheduler crontab");
    case CronDialect::Crontab: return CoreText::tr("Crontab");
    case CronDialect::Seconds: return CoreText::tr("With seconds");
    case CronDialect::Quartz: return CoreText::tr("Quartz");
    case CronDialect::Kinit: break;
    }
    return CoreText::tr("kinit");
}

QString CronMistake::sentence() const
{
    if (const CronMistake shown = withShortTexts(*this); shown != *this)
        return shown.sentence();
    switch (kind) {
    case Kind::FieldCount: return aboutCount(*this);
    case Kind::UnknownAlias:
        return CoreText::tr("“%1” is not known here — use @yearly, @monthly, @weekly, @daily or "
                            "@hourly.")
            .arg(wrong);
    case Kind::QuestionMarks: return aboutQuestionMarks(*this);
    case Kind::ValueMissing: return missing(*this);
    case Kind::OutOfRange:
        return CoreText::tr("%1 “%2” is out of range — use %3 to %4.")
            .arg(fieldTitle(*field), wrong)
            .arg(least)
            .arg(*most);
    case Kind::NotANumber: return notANumber(*this);
    case Kind::UnknownName:
        return *field == CronField::Month ? unknownMonth(fieldText, wrong)
                                          : unknownWeekday(fieldText, wrong);
    case Kind::UnknownDay: return unknownDay(fieldText, wrong, cronDayForms(dialect).join(u", "));
    case Kind::UnknownWeekday: return unknownWeekday(fieldText, wrong);
    case Kind::WeekdayMissing:
        return CoreText::tr("“%1” lacks a weekday — use forms like “%1 mon”.").arg(wrong);
    case Kind::Backwards: return CoreText::tr("“%1” runs backwards — use %2.").arg(wrong, instead);
    case Kind::StepMissing:
    case Kind::StepOutOfRange:
    case Kind::StepOfOneValue: return aboutStepOf(*this);
    case Kind::Unexpected:
        return CoreText::tr("“%1”: “%2” is not expected here — use a comma between values.")
            .arg(fieldText, wrong);
    case Kind::NotAlone:
        return CoreText::tr("“%1”: “%2” cannot be part of a list — use it alone.")
            .arg(fieldText, wrong);
    case Kind::UnknownPosition: break;
    }
    return CoreText::tr("“%1”: “%2” is not a week of the month — use 1 to 5.")
        .arg(fieldText, wrong);
}

} // namespace carillon
