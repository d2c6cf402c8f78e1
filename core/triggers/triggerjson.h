// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/trigger.h"

#include <QJsonObject>
#include <QStringList>

namespace carillon {

/// What a trigger takes from its surroundings when it does not say so itself.
struct TriggerContext
{
    Instant now;    ///< `date` without run_date; `interval` without start_date counts from here
    Zone zone = {}; ///< for triggers without `timezone`
    int depth = 0;  ///< how many triggers the one being read is a part of
};

/// The kinds understood: date, interval, cron and so on.
const QStringList &triggerKinds();

/// The names of a kind's arguments; empty for an unknown kind. A caller whose job object carries
/// the arguments inline uses this to tell them from its own keys.
QStringList triggerArguments(const QString &kind);

/// Reads `{"kind": …, "args": {…}}`'s two halves. Unknown arguments, wrong types and impossible
/// dates are refused with InvalidInput: where, what is wrong, what is accepted; `field` is the
/// argument's name. A trigger inside another is named: `and, trigger 2: run_date: …`.
Result<Trigger> triggerFromJson(const QString &kind, const QJsonObject &args,
                                const TriggerContext &context);

/// One of triggerKinds().
QString triggerKind(const Trigger &trigger);

/// Arguments that triggerFromJson reads back to an equal trigger, whatever the context: the zone
/// and interval's start are always written.
QJsonObject triggerArgs(const Trigger &trigger);

} // namespace carillon
