// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/triggerjson.h"

#include "core/triggers/triggerargs.h"
#include "core/triggers/triggerkinds.h"
#include "core/util/coretext.h"
#include "core/util/quoted.h"

namespace carillon {

namespace {

// Every day of two years fits, and no search takes more than a few seconds.
constexpr int mostParts = 1000;

const std::vector<TriggerKind> &kinds()
{
    static const std::vector<TriggerKind> all{
        dateKind(),       intervalKind(), cronKind(),
        expressionKind(), crontabKind(),  calendarIntervalKind(),
        orKind(),         andKind(),      exceptKind()};
    return all;
}

const TriggerKind *findKind(const QString &name)
{
    for (const TriggerKind &kind : kinds()) {
        if (kind.name == name)
            return &kind;
    }
    return nullptr;
}

QString kindOf(const DateTrigger &)
{
    return u"date"_qs;
}

QString kindOf(const IntervalTrigger &)
{
    return u"interval"_qs;
}

QString kindOf(const CronTrigger &trigger)
{
    return kindOf(trigger.notation().dialect);
}

QString kindOf(const CalendarIntervalTrigger &)
{
    return u"calendarinterval"_qs;
}

QString kindOf(const OrTrigger &)
{
    return u"or"_qs;
}

QString kindOf(const AndTrigger &)
{
    return u"and"_qs;
}

QString kindOf(const ExceptTrigger &)
{
    return u"except"_qs;
}

} // namespace

const QStringList &triggerKinds()
{
    static const QStringList names = [] {
        QStringList result;
        for (const TriggerKind &kind : kinds())
            result.append(kind.name);
        return result;
    }();
    return names;
}

QStringList triggerArguments(const QString &kind)
{
    const TriggerKind *found = findKind(kind);
    return found ? found->arguments : QStringList();
}

Result<Trigger> triggerFromJson(const QString &kind, const QJsonObject &args,
                                const TriggerContext &context)
{
    const TriggerKind *found = findKind(kind);
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
    const auto jitter = readJitterArgument(args);
    if (!jitter)
        return jitter.error();
    if (context.depth > 0 && *jitter > Duration::zero())
        return refusedArgument(u"jitter"_qs, CoreText::tr("not accepted inside another trigger"));
    const auto trigger = found->read(args, context);
    if (trigger && context.depth == 0 && partsOf(*trigger) > mostParts) {
        return refusedArgument(
            u"triggers"_qs,
            CoreText::tr("%1 in all; up to %2 are accepted").arg(partsOf(*trigger)).arg(mostParts));
    }
    return trigger ? Result<Trigger>(trigger->withJitter(*jitter)) : trigger;
}

QString triggerKind(const Trigger &trigger)
{
    return std::visit([](const auto &kind) { return kindOf(kind); }, trigger.value());
}

QJsonObject triggerArgs(const Trigger &trigger)
{
    QJsonObject args =
        std::visit([](const auto &kind) { return writeArgs(kind); }, trigger.value());
    if (trigger.jitter() > Duration::zero())
        args.insert(u"jitter"_qs, std::chrono::duration<double>(trigger.jitter()).count());
    return args;
}

} // namespace carillon
