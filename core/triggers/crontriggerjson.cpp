// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronsyntax.h"
#include "core/triggers/triggerargs.h"
#include "core/triggers/triggerkinds.h"
#include "core/util/coretext.h"
#include "core/util/quoted.h"

#include <cmath>

namespace carillon {

namespace {

Result<std::optional<QString>> readCronText(const QJsonObject &args, const QString &name)
{
    const QJsonValue value = args.value(name);
    if (!value.isDouble())
        return readTextArgument(args, name);
    const double number = value.toDouble();
    if (!std::isfinite(number) || number != std::floor(number))
        return refusedArgument(name, CoreText::tr("a whole number or text is expected here"));
    return std::optional(QString::number(number, 'f', 0));
}

const QStringList &optionNames()
{
    static const QStringList names{u"start_date"_qs, u"end_date"_qs,    u"timezone"_qs,
                                   u"dst_gap"_qs,    u"dst_overlap"_qs, u"jitter"_qs};
    return names;
}

Result<CronOptions> readCronOptions(const QJsonObject &args, const Zone &zone)
{
    const auto start = readInstantArgument(args, u"start_date"_qs, zone);
    if (!start)
        return start.error();
    const auto end = readInstantArgument(args, u"end_date"_qs, zone);
    if (!end)
        return end.error();
    const auto dst = readDstArguments(args);
    if (!dst)
        return dst.error();
    return CronOptions{*start, *end, dst->gap, dst->overlap};
}

/// With everything that does not depend on the syntax.
Result<Trigger> readCronTrigger(const QJsonObject &args, const TriggerContext &context,
                                const CronMasks &masks, const CronNotation &notation)
{
    const auto zone = readZoneArgument(args, context);
    if (!zone)
        return zone.error();
    const auto options = readCronOptions(args, *zone);
    if (!options)
        return options.error();
    return Trigger(CronTrigger(CronFields(masks), *zone, *options, notation));
}

Result<Trigger> readCron(const QJsonObject &args, const TriggerContext &context)
{
    CronTexts texts;
    for (int i = 0; i < cronFieldCount; ++i) {
        const auto text = readCronText(args, cronFieldName(CronField(i)));
        if (!text)
            return text.error();
        texts[std::size_t(i)] = *text;
    }
    const auto masks = readCronFields(texts);
    if (!masks)
        return masks.error().error();
    return readCronTrigger(args, context, *masks, cronNotation(texts));
}

Result<QString> readRequired(const QJsonObject &args, const QString &name)
{
    const auto text = readTextArgument(args, name);
    if (!text)
        return text.error();
    if (!*text)
        return refusedArgument(name, CoreText::tr("missing; text is accepted"));
    return **text;
}

Result<Trigger> readLine(CronDialect dialect, const QJsonObject &args,
                         const TriggerContext &context)
{
    const auto text = readRequired(args, u"expr"_qs);
    if (!text)
        return text.error();
    const auto masks = readCron(dialect, *text);
    if (!masks)
        return masks.error().error();
    return readCronTrigger(args, context, *masks, cronNotation(dialect, *text));
}

Result<Trigger> readCrontab(const QJsonObject &args, const TriggerContext &context)
{
    return readLine(CronDialect::ApschedulerCrontab, args, context);
}

Result<Trigger> readExpression(const QJsonObject &args, const TriggerContext &context)
{
    const auto name = readRequired(args, u"dialect"_qs);
    if (!name)
        return name.error();
    const auto dialect = cronDialectNamed(*name);
    if (!dialect) {
        QStringList known;
        for (const CronDialect each : cronTextDialects)
            known += cronDialectName(each);
        return refusedArgument(u"dialect"_qs, CoreText::tr("%1 is not known here; %2 accepted")
                                                  .arg(quoted(*name), known.join(u", ")));
    }
    return readLine(*dialect, args, context);
}

QJsonObject writeSyntax(const CronNotation &notation)
{
    QJsonObject args;
    if (notation.dialect != CronDialect::ApschedulerFields)
        args.insert(u"expr"_qs, notation.expression);
    if (kindOf(notation.dialect) == u"expr")
        args.insert(u"dialect"_qs, cronDialectName(notation.dialect));
    for (int i = 0; i < cronFieldCount; ++i) {
        if (const auto &text = notation.fields[std::size_t(i)])
            args.insert(cronFieldName(CronField(i)), *text);
    }
    return args;
}

} // namespace

QString kindOf(CronDialect dialect)
{
    switch (dialect) {
    case CronDialect::ApschedulerFields: return u"cron"_qs;
    case CronDialect::ApschedulerCrontab: return u"crontab"_qs;
    default: return u"expr"_qs;
    }
}

TriggerKind cronKind()
{
    TriggerKind kind{u"cron"_qs, {}, readCron};
    for (int i = 0; i < cronFieldCount; ++i)
        kind.arguments.append(cronFieldName(CronField(i)));
    kind.arguments += optionNames();
    return kind;
}

TriggerKind expressionKind()
{
    return {u"expr"_qs, QStringList{u"dialect"_qs, u"expr"_qs} + optionNames(), readExpression};
}

TriggerKind crontabKind()
{
    return {u"crontab"_qs, QStringList{u"expr"_qs} + optionNames(), readCrontab};
}

QJsonObject writeArgs(const CronTrigger &trigger)
{
    QJsonObject args = writeSyntax(trigger.notation());
    const CronOptions &options = trigger.options();
    if (options.start)
        args.insert(u"start_date"_qs, writtenInstant(*options.start, trigger.zone()));
    if (options.end)
        args.insert(u"end_date"_qs, writtenInstant(*options.end, trigger.zone()));
    writeDstArguments(args, {options.gap, options.overlap});
    args.insert(u"timezone"_qs, trigger.zone().id());
    return args;
}

} // namespace carillon
