// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/clockremarks.h"

#include <QLocale>

namespace carillon {

/// `Sun 14 Mar`; with its year if it is about a year away.
QString dayText(LocalTime day, Instant now, const QLocale &locale);

/// `Sun 14 Mar: 02:30 does not exist in America/New_York — moved to 03:30.`
QString clockRemarkText(const ClockRemark &remark, Instant now, const QLocale &locale);

} // namespace carillon
