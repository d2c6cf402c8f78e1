// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

class QSettings;

namespace carillon {

// The settings that come by names people choose: `executors/<alias>/max_workers` and `…/type`, and
// `queues/<name>`.

/// A value that cannot be read gives its default and a warning in the log.
void readAliases(const QSettings &file, Settings &settings);
/// What `settings` does not name is removed.
void writeAliases(QSettings &file, const Settings &settings);

} // namespace carillon
