// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "core/util/result.h"

namespace carillon {

/// Reads `carillon.ini`. A missing file gives the defaults; a value that cannot be read gives its
/// default and a warning in the log.
Settings loadSettings(const QString &file);

/// Writes only what differs from a default; keys this version does not know survive.
Result<> saveSettings(const Settings &settings, const QString &file);

// One setting at a time, as text, for the command line.

/// All settings by their keys: those with a field as they are in force, others as they stand in
/// the file.
QMap<QString, QString> settingTexts(const QString &file);

/// InvalidInput naming what is accepted; nothing is changed then.
Result<> setSetting(const QString &file, const QString &key, const QString &text);

/// Back to its default. NotFound if there is no such setting.
Result<> resetSetting(const QString &file, const QString &key);

} // namespace carillon
