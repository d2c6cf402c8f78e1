// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/cronnotation.h"

#include <vector>

namespace carillon::ui {

/// `Minute`, `Day of week`, … with a mnemonic.
QString cronFieldLabel(CronField field);
/// What the field accepts, short enough to stand in it: `0–59, */5`.
QString cronFieldPlaceholder(CronField field);
/// What the field means, accepts, and stands for when left empty.
QString cronFieldHint(CronField field);

/// The name of a syntax in the choice of them: `Crontab, 5 fields (0 and 7 = Sunday)`.
QString cronDialectLabel(CronDialect dialect);
/// The fields of a text dialect in their order.
QString cronDialectHint(CronDialect dialect);

/// A schedule offered ready-made.
struct CronPreset
{
    QString name;
    CronTexts texts;
};
std::vector<CronPreset> cronPresets();

} // namespace carillon::ui
