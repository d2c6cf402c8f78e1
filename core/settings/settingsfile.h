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

} // namespace carillon
