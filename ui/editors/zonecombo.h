// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/zone.h"

#include <QComboBox>

namespace carillon::ui {

/// Chooses a time zone by typing part of its name; offsets like `+08:00` can be typed, too.
class ZoneCombo : public QComboBox
{
    Q_OBJECT

public:
    explicit ZoneCombo(const QString &name);

    Result<Zone> zone() const;
    void setZone(const Zone &zone);

signals:
    void zoneEdited();
};

} // namespace carillon::ui
