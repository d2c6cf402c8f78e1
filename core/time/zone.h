// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/instant.h"

#include <QStringList>

#include <cstdint>
#include <memory>

namespace carillon {

class ZoneTable;

/// The instants a wall clock stands for (PEP 495: fold 0 and fold 1).
struct LocalLookup
{
    enum class Kind : std::uint8_t { Unique, Gap, Overlap };
    Kind kind = Kind::Unique;
    /// Read with the offset from before the change. In a gap this is the shifted time.
    Instant first;
    /// Read with the offset from after the change; equals `first` if unique.
    Instant second;
};

/// A time zone: an IANA name or a fixed offset. A small value; the table of transitions behind it
/// is immutable, shared and cached for the life of the process. Usable from any thread.
///
/// Reads TZif files itself, POSIX footer included, because QTimeZone stops at 2037 and is too
/// slow for the hot path.
class Zone
{
public:
    /// UTC.
    Zone();

    static Zone utc() { return {}; }
    /// Fixed, less than 24 h either way; its id is `+08:00`.
    static Zone fixed(std::chrono::seconds offset);
    /// By IANA name, exact case, or an offset `±HH:MM`. Fails with InvalidInput for names without
    /// a TZif file below TZDIR or /usr/share/zoneinfo.
    static Result<Zone> named(QStringView id);
    /// The machine's zone: TZ, /etc/localtime, else UTC. Asked anew at each call.
    static Zone system();
    /// The IANA names to offer, sorted.
    static QStringList availableIds();

    /// IANA name, or `±HH:MM`.
    const QString &id() const;
    std::chrono::seconds offsetAt(Instant instant) const;
    LocalTime toLocal(Instant instant) const;
    LocalLookup lookup(LocalTime local) const;
    /// `first` of lookup().
    Instant fromLocal(LocalTime local) const { return lookup(local).first; }

    /// For searches that walk: the transition-free stretch around `instant`, [begin, end).
    struct Span
    {
        Instant begin;
        Instant end;
        std::chrono::seconds offset;
    };
    Span spanAt(Instant instant) const;

    /// The same in whole seconds, for searches whose every step counts. Lives as long as the zone.
    const ZoneTable &table() const { return *m_table; }

    bool operator==(const Zone &other) const { return id() == other.id(); }

private:
    explicit Zone(std::shared_ptr<const ZoneTable> table);

    std::shared_ptr<const ZoneTable> m_table;
};

} // namespace carillon
