// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronsyntax.h"
#include "core/triggers/triggerargs.h"
#include "core/triggers/triggerkinds.h"
#include "core/util/coretext.h"

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
    const auto zone = readZoneArgument(args, context);
    if (!zone)
        return zone.error();
    const auto options = readCronOptions(args, *zone);
    if (!options)
        return options.error();
    return Trigger(CronTrigger(CronFields(*masks), *zone, *options, cronNotation(texts)));
}

} // namespace

TriggerKind cronKind()
{
    TriggerKind kind{u"cron"_qs, {}, readCron};
    for (int i = 0; i < cronFieldCount; ++i)
        kind.arguments.append(cronFieldName(CronField(i)));
    kind.arguments += {u"start_date"_qs, u"end_date"_qs,    u"timezone"_qs,
                       u"dst_gap"_qs,    u"dst_overlap"_qs, u"jitter"_qs};
    return kind;
}

QJsonObject writeArgs(const CronTrigger &trigger)
{
    QJsonObject args;
    for (int i = 0; i < cronFieldCount; ++i) {
        if (const auto &text = trigger.notation().fields[std::size_t(i)])
            args.insert(cronFieldName(CronField(i)), *text);
    }
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
