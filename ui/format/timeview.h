// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/zone.h"

#include <QLocale>

namespace carillon::ui {

/// How times are said: as seen when, shown in which zone, in which language.
struct TimeView
{
    Instant now;
    Zone zone;
    QLocale locale;
};

} // namespace carillon::ui
