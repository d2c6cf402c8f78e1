// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/format/badge.h"

#include <QFontMetrics>
#include <QRect>

class QPainter;

namespace carillon::ui {

/// The room a badge takes at its natural width.
QSize badgeSize(const Badge &badge, const QFontMetrics &metrics);

/// Paints shape and word on a rounded tint at the left of `rect`, vertically centred; elides the
/// word if there is too little room.
void paintBadge(QPainter &painter, const QRect &rect, const Badge &badge, bool dark);

} // namespace carillon::ui
