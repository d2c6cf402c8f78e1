// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/triggerjson.h"

#include "core/triggers/intervallength.h"
#include "core/util/coretext.h"
#include "core/util/quoted.h"

#include <cmath>

namespace carillon {

namespace {

/// `message` without a field is said about `argument`.
Error about(const QString &argument, const QString &message)
{
    return Error{ErrorCode::InvalidInput, argument + u": "_qs + message, argument};
}

Result<std::optional<QString>> readText(const QJsonObject &args, const QString &name)
{
    const QJsonValue value = args.value(name);
    if (value.isUndefined() || value.isNull())
        return std::optional<QString>();
    if (!value.isString())
        return about(name, CoreText::tr("text is expected here"));
    return std::optional(value.toString());
}

Result<Zone> readZone(const QJsonObject &args, const TriggerContext &context)
{
    const auto name = readText(args, u"timezone"_qs);
    if (!name)
        return name.error();
    if (!*name)
        return context.zone;
    const auto zone = Zone::named(**name);
    return zone ? zone : about(u"timezone"_qs, zone.error().message);
}

Result<std::optional<Instant>> readInstant(const QJsonObject &args, const QString &name,
                                           const Zone &zone)
{
    const auto text = readText(args, name);
    if (!text)
        return text.error();
    if (!*text)
        return std::optional<Instant>();
    const auto instant = parseInstant(**text, zone);
    if (!instant)
        return about(name, instant.error().message);
    return std::optional(*instant);
}

/// The index of a word, or of `accepted`'s first where it is left out.
Result<int> readWord(const QJsonObject &args, const QString &name, const QStringList &accepted)
{
    const auto text = readText(args, name);
    if (!text)
        return text.error();
    const auto index = *text ? accepted.indexOf(**text) : 0;
    if (index < 0) {
        return about(name, CoreText::tr("%1 is not known here; %2 accepted")
                               .arg(quoted(**text), accepted.join(u", ")));
    }
    return int(index);
}

Result<Trigger> readDate(const QJsonObject &args, const TriggerContext &context)
{
    const QString name = u"run_date"_qs;
    const auto zone = readZone(args, context);
    if (!zone)
        return zone.error();
    const auto text = readText(args, name);
    if (!text)
        return text.error();
    if (!*text)
        return Trigger(DateTrigger(context.now, *zone));
    const auto instant = parseInstant(**text, *zone);
    if (!instant)
        return about(name, instant.error().message);
    const auto offset = parseWrittenTime(**text)->offset;
    // An offset that the named zone really has then is no reason to forget the zone.
    const bool named = args.value(u"timezone").isString();
    const bool keepsZone = !offset || (named && *offset == zone->offsetAt(*instant));
    return Trigger(DateTrigger(*instant, keepsZone ? *zone : Zone::fixed(*offset)));
}

Result<Trigger> readInterval(const QJsonObject &args, const TriggerContext &context)
{
    const auto length = readIntervalLength(args);
    if (!length)
        return length.error();
    const auto zone = readZone(args, context);
    if (!zone)
        return zone.error();
    auto start = readInstant(args, u"start_date"_qs, *zone);
    if (!start)
        return start.error();
    const auto end = readInstant(args, u"end_date"_qs, *zone);
    if (!end)
        return end.error();
    if (!*start) {
        if (*length > latestInstant - context.now) {
            return about(u"start_date"_qs,
                         CoreText::tr("left out, so the first time would come after the "
                                      "year 9999; a date is accepted"));
        }
        *start = context.now + *length;
    }
    const auto trigger = IntervalTrigger::create(**start, *length, *end, *zone);
    if (!trigger)
        return trigger.error();
    return Trigger(*trigger);
}

Result<std::optional<QString>> readCronText(const QJsonObject &args, const QString &name)
{
    const QJsonValue value = args.value(name);
    if (!value.isDouble())
        return readText(args, name);
    const double number = value.toDouble();
    if (!std::isfinite(number) || number != std::floor(number))
        return about(name, CoreText::tr("a whole number or text is expected here"));
    return std::optional(QString::number(number, 'f', 0));
}

const QStringList &gapWords()
{
    static const QStringList words{u"shift"_qs, u"skip"_qs};
    return words;
}

const QStringList &overlapWords()
{
    static const QStringList words{u"auto"_qs, u"first"_qs, u"both"_qs};
    return words;
}

Result<CronOptions> readCronOptions(const QJsonObject &args, const Zone &zone)
{
    const auto start = readInstant(args, u"start_date"_qs, zone);
    if (!start)
        return start.error();
    const auto end = readInstant(args, u"end_date"_qs, zone);
    if (!end)
        return end.error();
    const auto gap = readWord(args, u"dst_gap"_qs, gapWords());
    if (!gap)
        return gap.error();
    const auto overlap = readWord(args, u"dst_overlap"_qs, overlapWords());
    if (!overlap)
        return overlap.error();
    return CronOptions{*start, *end, DstGap(*gap), DstOverlap(*overlap)};
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
    const auto fields = CronFields::parse(texts);
    if (!fields)
        return fields.error();
    const auto zone = readZone(args, context);
    if (!zone)
        return zone.error();
    const auto options = readCronOptions(args, *zone);
    if (!options)
        return options.error();
    return Trigger(CronTrigger(*fields, *zone, *options,
                               {CronDialect::ApschedulerFields, normalised(texts), {}}));
}

/// With the zone's offset; without it where it has seconds, as before standard time, because those
/// cannot be read back.
QString written(Instant instant, const Zone &zone)
{
    const QString text = toIso(instant, zone);
    const std::chrono::seconds offset = zone.offsetAt(instant);
    if (offset % std::chrono::minutes(1) == std::chrono::seconds(0))
        return text;
    const bool readsBack = zone.fromLocal(zone.toLocal(instant)) == instant;
    return readsBack ? text.chopped(offsetText(offset).size()) : toIso(instant);
}

QJsonObject argsOf(const DateTrigger &trigger)
{
    const Zone &zone = trigger.zone();
    return {{u"run_date"_qs, written(trigger.when(), zone)}, {u"timezone"_qs, zone.id()}};
}

QJsonObject argsOf(const IntervalTrigger &trigger)
{
    QJsonObject args = writeIntervalLength(trigger.step());
    args.insert(u"start_date"_qs, written(trigger.start(), trigger.zone()));
    if (trigger.end())
        args.insert(u"end_date"_qs, written(*trigger.end(), trigger.zone()));
    args.insert(u"timezone"_qs, trigger.zone().id());
    return args;
}

QJsonObject argsOf(const CronTrigger &trigger)
{
    QJsonObject args;
    for (int i = 0; i < cronFieldCount; ++i) {
        if (const auto &text = trigger.notation().fields[std::size_t(i)])
            args.insert(cronFieldName(CronField(i)), *text);
    }
    const CronOptions &options = trigger.options();
    if (options.start)
        args.insert(u"start_date"_qs, written(*options.start, trigger.zone()));
    if (options.end)
        args.insert(u"end_date"_qs, written(*options.end, trigger.zone()));
    if (options.gap != DstGap::Shift)
        args.insert(u"dst_gap"_qs, gapWords()[int(options.gap)]);
    if (options.overlap != DstOverlap::Auto)
        args.insert(u"dst_overlap"_qs, overlapWords()[int(options.overlap)]);
    args.insert(u"timezone"_qs, trigger.zone().id());
    return args;
}

QStringList cronArguments()
{
    QStringList names;
    for (int i = 0; i < cronFieldCount; ++i)
        names.append(cronFieldName(CronField(i)));
    return names + QStringList{u"start_date"_qs, u"end_date"_qs, u"timezone"_qs, u"dst_gap"_qs,
                               u"dst_overlap"_qs};
}

/// All that differs from kind to kind; in the order of Trigger::Value.
struct Kind
{
    QString name;
    QStringList arguments;
    Result<Trigger> (*read)(const QJsonObject &args, const TriggerContext &context);
};

const std::array<Kind, 3> &kinds()
{
    static const std::array<Kind, 3> all{
        Kind{u"date"_qs, {u"run_date"_qs, u"timezone"_qs}, readDate},
        Kind{u"interval"_qs,
             intervalUnits() + QStringList{u"start_date"_qs, u"end_date"_qs, u"timezone"_qs},
             readInterval},
        Kind{u"cron"_qs, cronArguments(), readCron},
    };
    return all;
}

const Kind *findKind(const QString &name)
{
    for (const Kind &kind : kinds()) {
        if (kind.name == name)
            return &kind;
    }
    return nullptr;
}

} // namespace

const QStringList &triggerKinds()
{
    static const QStringList names = [] {
        QStringList result;
        for (const Kind &kind : kinds())
            result.append(kind.name);
        return result;
    }();
    return names;
}

QStringList triggerArguments(const QString &kind)
{
    const Kind *found = findKind(kind);
    return found ? found->arguments : QStringList();
}

Result<Trigger> triggerFromJson(const QString &kind, const QJsonObject &args,
                                const TriggerContext &context)
{
    const Kind *found = findKind(kind);
    if (!found) {
        return Error{ErrorCode::InvalidInput,
                     CoreText::tr("unknown kind of trigger %1; accepted: %2")
                         .arg(quoted(kind), triggerKinds().join(u", ")),
                     u"trigger"_qs};
    }
    for (auto argument = args.begin(); argument != args.end(); ++argument) {
        if (!found->arguments.contains(argument.key())) {
            return Error{ErrorCode::InvalidInput,
                         CoreText::tr("unknown argument %1; accepted: %2")
                             .arg(quoted(argument.key()), found->arguments.join(u", ")),
                         argument.key()};
        }
    }
    return found->read(args, context);
}

QString triggerKind(const Trigger &trigger)
{
    return kinds()[trigger.value().index()].name;
}

QJsonObject triggerArgs(const Trigger &trigger)
{
    return std::visit(
        [](const auto &kind) {
            if constexpr (requires { argsOf(kind); })
                return argsOf(kind);
            else
                return QJsonObject();
        },
        trigger.value());
}

} // namespace carillon
