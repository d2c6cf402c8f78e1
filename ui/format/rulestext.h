// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/rules.h"

#include <QStringList>

namespace carillon::ui {

/// The rules as sentences: what happens when it is still running, was missed, takes too long or
/// fails, and what must hold for it to run. The first three always, the others where they are set.
QStringList rulesText(const Rules &rules);

} // namespace carillon::ui
