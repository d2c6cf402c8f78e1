// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/schedulefacts.h"
#include "core/triggers/trigger.h"

#include <QLocale>
#include <QStringList>

namespace carillon {

/// How often it fires: `about 96 times a day`, `3 more times`; empty where that says nothing.
QString firingRateText(const Trigger &trigger, const ScheduleFacts &facts);

/// What may surprise about a schedule, one or two sentences each: clock changes, exceptions, that
/// it never fires again.
QStringList scheduleNotes(const ScheduleFacts &facts, Instant now, const QLocale &locale);

} // namespace carillon
