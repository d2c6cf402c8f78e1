// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

namespace carillon::ui {

/// `512 B`, `1.2 KB`, `3.0 MB`: powers of 1000, one decimal, rounded down.
QString bytesText(qint64 bytes, const QLocale &locale);

} // namespace carillon::ui
