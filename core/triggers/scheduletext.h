// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/trigger.h"

#include <QLocale>

namespace carillon {

/// A trigger in one sentence of the locale's language (English, 简体中文), at most 90 characters:
/// "Monday to Friday at 09:00". What cannot be said that shortly is "custom schedule" with its
/// expression. `home` is the zone that needs no mention.
QString scheduleText(const std::optional<Trigger> &trigger, const QLocale &locale,
                     const Zone &home);

/// The exact definition, for tooltips and copying: `cron[day_of_week='mon-fri', hour='9']`.
QString scheduleExpression(const std::optional<Trigger> &trigger);

} // namespace carillon
