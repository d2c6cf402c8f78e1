// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/triggerjson.h"

/// Each kind of trigger as JSON; triggerjson puts them together.
namespace carillon {

/// How one kind is called and read. Whoever calls `read` has refused all other arguments before.
struct TriggerKind
{
    QString name;
    QStringList arguments;
    Result<Trigger> (*read)(const QJsonObject &args, const TriggerContext &context);
};

TriggerKind dateKind();
TriggerKind intervalKind();
TriggerKind cronKind();
TriggerKind expressionKind();
TriggerKind crontabKind();
TriggerKind calendarIntervalKind();
TriggerKind orKind();
TriggerKind andKind();
TriggerKind exceptKind();

/// The kind whose syntax it is: `cron`, `crontab` or `expr`.
QString kindOf(CronDialect dialect);

/// The arguments that read back as an equal trigger.
QJsonObject writeArgs(const DateTrigger &trigger);
QJsonObject writeArgs(const IntervalTrigger &trigger);
QJsonObject writeArgs(const CronTrigger &trigger);
QJsonObject writeArgs(const CalendarIntervalTrigger &trigger);
QJsonObject writeArgs(const OrTrigger &trigger);
QJsonObject writeArgs(const AndTrigger &trigger);
QJsonObject writeArgs(const ExceptTrigger &trigger);

} // namespace carillon
