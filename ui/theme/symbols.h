// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPixmap>

namespace carillon::ui {

/// An icon of `resources/icons`, by file name without suffix. It is drawn in the colours of the
/// application's palette at the moment of painting, so it follows a switch of the theme.
QIcon symbol(const QString &name);

/// The same, in one given colour. `size` is in device-independent pixels.
QPixmap symbolPixmap(const QString &name, int size, qreal devicePixelRatio, const QColor &color);

} // namespace carillon::ui
