// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/joboverview.h"
#include "ui/theme/statecolors.h"

#include <QMetaType>

namespace carillon::ui {

/// A state as it is shown: a shape, a word and a colour, never the colour alone.
struct Badge
{
    QString shape; ///< name of an icon
    QString word;
    Tone tone = Tone::Neutral;
    bool filled = true; ///< on a tint; without for states that ask for no attention

    bool operator==(const Badge &) const = default;
};

Badge jobBadge(const JobOverview &overview);
Badge runBadge(RunState state);
/// With the short cause: `Failed · exit 2`, `Timed out · 10 min`.
Badge runBadge(const Run &run);

} // namespace carillon::ui

Q_DECLARE_METATYPE(carillon::ui::Badge)
