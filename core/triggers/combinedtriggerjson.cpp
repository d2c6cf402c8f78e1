// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/triggerargs.h"
#include "core/triggers/triggerkinds.h"
#include "core/util/coretext.h"
#include "core/util/json.h"

namespace carillon {

namespace {

// Deeper than anyone builds by hand, and shallow enough for every stack.
constexpr int deepest = 32;

Error nested(const QString &argument, const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, argument};
}

/// One trigger inside another: `{"kind": …, "args": {…}}`.
Result<Trigger> readPart(const QJsonValue &part, const TriggerContext &context)
{
    if (context.depth >= deepest)
        return invalidInput(
            "triggers",
            CoreText::tr("nested too deeply; up to %1 levels are accepted").arg(deepest));
    if (!part.isObject())
        return invalidInput("triggers",
                            CoreText::tr("an object with kind and args is expected here"));
    JsonFields fields(part.toObject());
    const QString kind = fields.text("kind");
    const QJsonObject args = fields.object("args");
    if (const auto read = fields.finish(); !read)
        return read.error();
    TriggerContext inside = context;
    ++inside.depth;
    return triggerFromJson(kind, args, inside);
}

/// The triggers of a list; `where` says which of them is wrong: `and, trigger %1: %2`.
Result<std::vector<Trigger>> readList(const QJsonObject &args, const QString &name,
                                      const QString &where, const TriggerContext &context)
{
    const QJsonValue list = args.value(name);
    std::vector<Trigger> triggers;
    if (list.isUndefined() || list.isNull())
        return triggers;
    if (!list.isArray())
        return refusedArgument(name, CoreText::tr("a list is expected here"));
    for (const QJsonValue &part : list.toArray()) {
        const auto trigger = readPart(part, context);
        if (!trigger) {
            const auto number = qsizetype(triggers.size()) + 1;
            return nested(name, where.arg(number).arg(trigger.error().message));
        }
        triggers.push_back(*trigger);
    }
    return triggers;
}

Result<std::vector<Trigger>> readTriggers(const QJsonObject &args, const QString &where,
                                          const TriggerContext &context)
{
    auto triggers = readList(args, u"triggers"_qs, where, context);
    if (triggers && triggers->empty())
        return refusedArgument(u"triggers"_qs,
                               CoreText::tr("nothing is listed; at least one trigger is accepted"));
    return triggers;
}

Result<Trigger> readOr(const QJsonObject &args, const TriggerContext &context)
{
    auto triggers = readTriggers(args, CoreText::tr("or, trigger %1: %2"), context);
    return triggers ? Result<Trigger>(OrTrigger(*std::move(triggers))) : triggers.error();
}

Result<Trigger> readAnd(const QJsonObject &args, const TriggerContext &context)
{
    auto triggers = readTriggers(args, CoreText::tr("and, trigger %1: %2"), context);
    return triggers ? Result<Trigger>(AndTrigger(*std::move(triggers))) : triggers.error();
}

Result<CivilDate> readExcludedDate(const QJsonValue &value)
{
    if (!value.isString())
        return invalidInput("exclude_dates", CoreText::tr("text is expected here"));
    return parseDay(value.toString());
}

Result<std::vector<CivilDate>> readExcludedDates(const QJsonObject &args)
{
    const QString name = u"exclude_dates"_qs;
    const QJsonValue list = args.value(name);
    std::vector<CivilDate> dates;
    if (list.isUndefined() || list.isNull())
        return dates;
    if (!list.isArray())
        return refusedArgument(name, CoreText::tr("a list is expected here"));
    for (const QJsonValue &value : list.toArray()) {
        const auto date = readExcludedDate(value);
        if (!date) {
            const auto number = qsizetype(dates.size()) + 1;
            //: Of a list of dates: %1 is which of them is wrong, %2 why.
            return nested(
                name,
                CoreText::tr("exclude_dates, date %1: %2").arg(number).arg(date.error().message));
        }
        dates.push_back(*date);
    }
    return dates;
}

Result<Trigger> readExcept(const QJsonObject &args, const TriggerContext &context)
{
    const QString name = u"base"_qs;
    auto base = readPart(args.value(name), context);
    if (!base)
        return nested(name, CoreText::tr("except, base: %1").arg(base.error().message));
    auto excluded = readList(args, u"exclude"_qs, CoreText::tr("except, exclude %1: %2"), context);
    if (!excluded)
        return excluded.error();
    auto dates = readExcludedDates(args);
    if (!dates)
        return dates.error();
    const auto zoneName = readTextArgument(args, u"timezone"_qs);
    if (!zoneName)
        return zoneName.error();
    std::optional<Zone> zone;
    if (*zoneName) {
        const auto named = readZoneArgument(args, context);
        if (!named)
            return named.error();
        zone = *named;
    }
    return Trigger(ExceptTrigger(*std::move(base), *std::move(excluded), *std::move(dates), zone));
}

QJsonObject writePart(const Trigger &trigger)
{
    return {{u"kind"_qs, triggerKind(trigger)}, {u"args"_qs, triggerArgs(trigger)}};
}

QJsonArray writeList(const std::vector<Trigger> &triggers)
{
    QJsonArray list;
    for (const Trigger &trigger : triggers)
        list.append(writePart(trigger));
    return list;
}

} // namespace

TriggerKind orKind()
{
    return {u"or"_qs, {u"triggers"_qs}, readOr};
}

TriggerKind andKind()
{
    return {u"and"_qs, {u"triggers"_qs}, readAnd};
}

TriggerKind exceptKind()
{
    return {
        u"except"_qs, {u"base"_qs, u"exclude"_qs, u"exclude_dates"_qs, u"timezone"_qs}, readExcept};
}

QJsonObject writeArgs(const OrTrigger &trigger)
{
    return {{u"triggers"_qs, writeList(trigger.triggers())}};
}

QJsonObject writeArgs(const AndTrigger &trigger)
{
    return {{u"triggers"_qs, writeList(trigger.triggers())}};
}

QJsonObject writeArgs(const ExceptTrigger &trigger)
{
    QJsonObject args{{u"base"_qs, writePart(trigger.base())}};
    if (!trigger.excluded().empty())
        args.insert(u"exclude"_qs, writeList(trigger.excluded()));
    QJsonArray dates;
    for (const CivilDate &date : trigger.dates())
        dates.append(writtenDay(date));
    if (!dates.isEmpty())
        args.insert(u"exclude_dates"_qs, dates);
    if (trigger.dateZone())
        args.insert(u"timezone"_qs, trigger.dateZone()->id());
    return args;
}

} // namespace carillon
