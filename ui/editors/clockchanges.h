// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/trigger.h"

#include <QLocale>
#include <QStringList>

namespace carillon::ui {

/// What the clock changes between `from` and `until` do to a schedule, one sentence for each; at
/// most three. What happens is asked of the trigger, never worked out again.
QStringList clockChangeNotes(const Trigger &trigger, Instant from, Instant until,
                             const QLocale &locale);

} // namespace carillon::ui
