// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QString>
#include <QStringView>

#include <chrono>
#include <optional>

namespace carillon {

class Zone;

/// A length of time, in microseconds: the resolution of the wire format.
using Duration = std::chrono::microseconds;

/// A point in time, always UTC. Members of triggers lie in the years 1 to 9999.
using Instant = std::chrono::sys_time<Duration>;

/// What a wall clock shows, in whichever zone; becomes an Instant through Zone.
using LocalTime = std::chrono::local_time<Duration>;

/// 0001-01-01T00:00:00Z and 9999-12-31T23:59:59.999999Z.
extern const Instant earliestInstant;
extern const Instant latestInstant;

/// `2026-11-20T10:28:49+08:00`; six fractional digits if there is a fraction, never `Z`.
/// The offset is the zone's real one at that instant (with seconds where the zone has them).
QString toIso(Instant instant, const Zone &zone);

/// toIso in UTC, ending in `+00:00`.
QString toIso(Instant instant);

/// `+08:00`; with seconds, `-04:56:02`, where there are any.
QString offsetText(std::chrono::seconds offset);

/// A date as written: the wall clock, and the offset if one was given.
struct WrittenTime
{
    LocalTime local;
    std::optional<std::chrono::seconds> offset;

    bool operator==(const WrittenTime &) const = default;
};

/// Reads `YYYY-M-D[( |T)h:m[:s[.f]][Z|±hh[[:]mm]]]`, the grammar shared by API and jobs file;
/// anything else, and dates that do not exist, are refused with what is accepted.
/// One or two digits for M D h m s; digits of the fraction after the sixth are dropped.
Result<WrittenTime> parseWrittenTime(QStringView text);

/// As parseWrittenTime; without an offset the wall clock is read in `zone`
/// (overlap: first pass, gap: shifted forward).
Result<Instant> parseInstant(QStringView text, const Zone &zone);

} // namespace carillon
