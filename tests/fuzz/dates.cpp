// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/zone.h"
#include "fuzz/promises.h"
#include "fuzz/readers.h"

namespace carillon::fuzz {

namespace {

QString inZone(const QString &text, const WrittenTime &written, const Zone &zone)
{
    const auto instant = parseInstant(text, zone);
    if (!instant)
        return brokenBy(instant.error());
    if (*instant < earliestInstant || *instant > latestInstant)
        return u"beyond the years 1 to 9999: "_qs + toIso(*instant);
    const bool shifted = zone.lookup(written.local).kind == LocalLookup::Kind::Gap;
    if (!written.offset && !shifted && zone.toLocal(*instant) != written.local)
        return u"another wall clock: "_qs + toIso(*instant, zone);
    const QString inUtc = toIso(*instant);
    return notReadBack(parseInstant(inUtc, zone), *instant, inUtc);
}

} // namespace

QString dates(const QByteArray &text)
{
    static const std::array zones{Zone(), *Zone::named(u"America/New_York"),
                                  *Zone::named(u"Pacific/Apia"),
                                  Zone::fixed(std::chrono::minutes(-1439))};
    const QString input = QString::fromUtf8(text);
    const auto written = parseWrittenTime(input);
    if (!written)
        return brokenBy(written.error());
    if (written->offset && std::chrono::abs(*written->offset) >= std::chrono::hours(24))
        return u"a whole day from UTC: "_qs + offsetText(*written->offset);
    const WrittenTime plain{written->local, std::chrono::seconds(0)};
    const QString local = toIso(Instant(written->local.time_since_epoch()));
    if (const QString broken = notReadBack(parseWrittenTime(local), plain, local);
        !broken.isEmpty())
        return broken;
    for (const Zone &zone : zones) {
        if (const QString broken = inZone(input, *written, zone); !broken.isEmpty())
            return broken;
    }
    return {};
}

} // namespace carillon::fuzz
