// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imports/kinitschedule.h"

#include "core/time/lenienttime.h"
#include "core/triggers/cronsyntax.h"
#include "core/triggers/intervallength.h"
#include "core/triggers/scheduletext.h"
#include "core/triggers/triggerjson.h"
#include "core/util/coretext.h"

#include <QStringList>

namespace carillon {

namespace {

/// In kinit's order.
const QStringList &units()
{
    static const QStringList all{u"seconds"_qs, u"minutes"_qs, u"hours"_qs, u"days"_qs,
                                 u"weeks"_qs};
    return all;
}

Error refusedExpression(const QString &message)
{
    return invalidInput("expression", message);
}

QJsonObject triggerObject(const QString &kind, const QJsonObject &args)
{
    return {{u"kind"_qs, kind}, {u"args"_qs, args}};
}

QJsonObject boundsOf(const KinitSchedule &schedule)
{
    QJsonObject args{{u"timezone"_qs, schedule.zone}};
    if (!schedule.start.isEmpty())
        args.insert(u"start_date"_qs, schedule.start);
    if (!schedule.end.isEmpty())
        args.insert(u"end_date"_qs, schedule.end);
    return args;
}

Result<QJsonValue> readInterval(const KinitSchedule &schedule)
{
    const auto length = readKinitInterval(schedule.expression);
    if (!length) {
        return refusedExpression(
            CoreText::tr("Invalid interval expression: %1").arg(length.error().message));
    }
    QJsonObject args = boundsOf(schedule);
    for (auto it = length->begin(); it != length->end(); ++it)
        args.insert(it.key(), it.value());
    return QJsonValue(triggerObject(u"interval"_qs, args));
}

Result<QJsonValue> readCronExpression(const KinitSchedule &schedule)
{
    const QString expression = schedule.expression.simplified();
    if (const auto masks = readCron(CronDialect::Kinit, expression); !masks) {
        return refusedExpression(
            CoreText::tr("Invalid cron expression: %1").arg(masks.error().message()));
    }
    QJsonObject args = boundsOf(schedule);
    args.insert(u"expr"_qs, expression);
    args.insert(u"dialect"_qs, u"kinit"_qs);
    return QJsonValue(triggerObject(u"expr"_qs, args));
}

Result<QJsonValue> readDate(const KinitSchedule &schedule)
{
    if (const auto time = parseWrittenTime(schedule.expression.trimmed()); !time)
        return refusedExpression(CoreText::tr("Invalid date string: %1").arg(time.error().message));
    return QJsonValue(triggerObject(u"date"_qs, {{u"run_date"_qs, schedule.expression.trimmed()},
                                                 {u"timezone"_qs, schedule.zone}}));
}

KinitSchedule written(const IntervalTrigger &trigger)
{
    const QJsonObject length = writeIntervalLength(trigger.step());
    QStringList fields;
    for (const QString &unit : units()) {
        const double number = length.value(unit).toDouble();
        fields.append(number == 0 ? u"*"_qs : QString::number(number, 'g', 15));
    }
    const auto shown = [&trigger](Instant instant) { return kinitTime(instant, trigger.zone()); };
    return {u"interval"_qs, fields.join(u' '),
            trigger.hasOpenStart() ? QString() : shown(trigger.start()),
            trigger.end() ? shown(*trigger.end()) : QString(), trigger.zone().id()};
}

KinitSchedule written(const CronTrigger &trigger)
{
    const CronNotation &notation = trigger.notation();
    const auto bound = [&trigger](const std::optional<Instant> &instant) {
        return instant ? kinitTime(*instant, trigger.zone()) : QString();
    };
    const QString expression = notation.dialect == CronDialect::Kinit
                                   ? notation.expression
                                   : printCron(CronDialect::Kinit, trigger.fields().masks())
                                         .value_or(scheduleExpression(Trigger(trigger)));
    return {u"cron"_qs, expression, bound(trigger.options().start), bound(trigger.options().end),
            trigger.zone().id()};
}

} // namespace

QString kinitZone()
{
    return u"Asia/Shanghai"_qs;
}

Result<QJsonObject> readKinitInterval(const QString &expression)
{
    const QStringList fields = expression.simplified().split(u' ', Qt::SkipEmptyParts);
    if (fields.size() != units().size()) {
        return refusedExpression(
            CoreText::tr("“%1” has %2 fields; an interval has 5: seconds, minutes, hours, "
                         "days, weeks.")
                .arg(expression)
                .arg(fields.size()));
    }
    QJsonObject args;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const QString &field = fields.at(i);
        bool isNumber = field == u"*";
        const int number = isNumber ? 0 : field.toInt(&isNumber);
        if (!isNumber || number < 0)
            return refusedExpression(
                CoreText::tr("“%1” is no number of %2.").arg(field, units().at(i)));
        if (number > 0)
            args.insert(units().at(i), number);
    }
    if (args.isEmpty())
        return refusedExpression(
            CoreText::tr("“%1” is no interval: all its fields are 0.").arg(expression));
    return args;
}

Result<QJsonValue> readKinitSchedule(const KinitSchedule &schedule)
{
    if (schedule.strategy == u"interval")
        return readInterval(schedule);
    if (schedule.strategy == u"cron")
        return readCronExpression(schedule);
    if (schedule.strategy == u"date")
        return readDate(schedule);
    if (schedule.strategy == u"once")
        return QJsonValue(u"manual"_qs);
    return invalidInput("exec_strategy",
                        CoreText::tr("Invalid trigger: the strategy “%1” is not known; one of "
                                     "interval, cron, date, once is accepted.")
                            .arg(schedule.strategy));
}

KinitSchedule writeKinitSchedule(const std::optional<Trigger> &trigger)
{
    if (!trigger)
        return {u"once"_qs};
    if (const auto *interval = trigger->as<IntervalTrigger>())
        return written(*interval);
    if (const auto *cron = trigger->as<CronTrigger>())
        return written(*cron);
    if (const auto *date = trigger->as<DateTrigger>())
        return {u"date"_qs, kinitTime(date->when(), date->zone()), {}, {}, date->zone().id()};
    return {triggerKind(*trigger), scheduleExpression(*trigger)};
}

QString kinitTime(Instant instant, const Zone &zone)
{
    // Whole seconds, rounded down as kinit's clocks are.
    const auto local = zone.toLocal(std::chrono::floor<std::chrono::seconds>(instant));
    return writtenText({local, {}}).replace(u'T', u' ');
}

} // namespace carillon
