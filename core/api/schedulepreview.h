// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/trigger.h"

#include <QJsonObject>
#include <QLocale>

namespace carillon {

/// A question about a schedule that takes no more than this to answer, in whichever thread.
struct SchedulePreview
{
    std::optional<Trigger> trigger = {};
    Instant from = {};
    /// Comes first, where somebody chose another time than the trigger gives.
    std::optional<Instant> first = {};
    int count = 10;
    QLocale locale = QLocale::c();
    Zone home = {};
};

/// `words`, `expression`, `next` (times), `remarks` on clock changes among them. Some schedules
/// take seconds to search.
QJsonObject previewObject(const SchedulePreview &preview);

} // namespace carillon
