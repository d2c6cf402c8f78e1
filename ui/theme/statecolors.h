// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <cstdint>

class QPalette;

namespace carillon::ui {

/// What a state means to the person looking, as a colour. Never shown without shape and word.
enum class Tone : std::uint8_t { Success, Failure, Running, Queued, Missed, TimedOut, Neutral };

struct ToneColors
{
    QColor text; ///< at least 4.5:1 on `tint` and on the table's background
    QColor tint;
};

ToneColors toneColors(Tone tone, bool dark);

bool isDark(const QPalette &palette);

} // namespace carillon::ui
