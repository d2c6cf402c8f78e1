// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/ids.h"
#include "core/triggers/trigger.h"

#include <QLocale>
#include <QStringList>

#include <vector>

namespace carillon::ui {

/// What a schedule means, said and shown. Every time comes from the trigger itself.
struct SchedulePreview
{
    QString sentence;
    std::vector<Instant> times; ///< when the next ten runs start; fewer if there are no more
    QString rate;               ///< `about 96 times a day`; empty where it says nothing
    QStringList notes;          ///< what may surprise: clock changes, exceptions, never again

    bool operator==(const SchedulePreview &) const = default;
};

/// Takes a few milliseconds at most. `home` is the zone that needs no mention.
/// Random delays are those the engine will draw for `job`.
SchedulePreview previewOf(const std::optional<Trigger> &trigger, const JobId &job, Instant now,
                          const Zone &home, const QLocale &locale);

/// The distance between two times of a preview: `1 d 2 h`, `5 min`.
QString gapText(Duration gap);

} // namespace carillon::ui
