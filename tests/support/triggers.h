// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/triggerjson.h"
#include "core/util/json.h"

namespace carillon {

/// The object that `json` is; a test that writes anything else is wrong.
inline QJsonObject jsonObject(const QByteArray &json)
{
    const auto parsed = parseJson(json);
    if (!parsed)
        qFatal("%s", qPrintable(parsed.error().message));
    return parsed->toObject();
}

/// A trigger that must be accepted.
inline Trigger readTrigger(const QString &kind, const QByteArray &args,
                           const TriggerContext &context = {})
{
    const auto trigger = triggerFromJson(kind, jsonObject(args), context);
    if (!trigger)
        qFatal("%s", qPrintable(trigger.error().message));
    return *trigger;
}

/// The answers from `from` on, shown in the trigger's zones, at most `count`; `never` at the end.
inline QString answers(const Trigger &trigger, Instant from, int count)
{
    QStringList texts;
    auto next = trigger.first(from);
    while (count-- > 0) {
        texts.append(next ? toIso(*next, trigger.zoneAt(*next)) : QStringLiteral("never"));
        if (!next)
            break;
        next = trigger.first(*next + Duration(1));
    }
    return texts.join(u' ');
}

} // namespace carillon
