// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace carillon {

/// The directory of the TZif files: TZDIR, else /usr/share/zoneinfo.
QString zoneInfoDirectory();

/// Where the machine keeps its zone: an IANA name, or a fixed offset `±HH:MM`; empty if it does
/// not say. From TZ if set and usable, else from /etc/localtime and /etc/timezone.
QString systemZoneId();

} // namespace carillon
