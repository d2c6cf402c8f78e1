// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace carillon {

/// Switches the whole program to `en` or `zh_CN`, or, if empty, to the system's language; to
/// English where there is no translation. Takes effect at once, also in open windows.
void applyLanguage(const QString &language);

} // namespace carillon
