// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settingfields.h"

namespace carillon {

/// Those of the HTTP API. Keys with the older server's names have its meanings.
std::vector<SettingField> apiFields();

} // namespace carillon
