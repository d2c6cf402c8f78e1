// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace carillon::ui {

QPalette lightPalette();
QPalette darkPalette();

/// Text that matters less, such as captions and counts; still at least 4.5:1 on Base and Window.
QColor mutedText(const QPalette &palette);

/// Hairlines between parts of the window.
QColor separatorColor(const QPalette &palette);

} // namespace carillon::ui
