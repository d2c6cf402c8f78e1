// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/posixrule.h"
#include "core/time/zone.h"
#include "core/time/zonetable.h"
#include "fuzz/promises.h"
#include "fuzz/readers.h"

#include <QtEndian>

namespace carillon::fuzz {

namespace {

// 1883, 1970, 2024, 2050, the ends of the years 1 and 9999.
constexpr std::int64_t moments[] = {-62'135'596'800, -2'717'650'800, 0,
                                    1'710'000'000,   2'531'955'600,  253'402'300'799};

/// Walks from change to change, as a search does.
QString brokenBy(const ZoneTable &table)
{
    for (const std::int64_t moment : moments) {
        std::int64_t second = moment;
        for (int step = 0; step < 8; ++step) {
            const auto stretch = table.at(second);
            const QString about = u"the stretch around %1"_qs.arg(second);
            if (stretch.begin > second || stretch.end <= second)
                return about + u" lies elsewhere"_qs;
            if (std::abs(stretch.offset) > 26 * 3600)
                return about + u" has an absurd offset"_qs;
            const auto offsets = table.atLocal(second + stretch.offset);
            if (std::abs(offsets.before) > 26 * 3600 || std::abs(offsets.after) > 26 * 3600)
                return about + u" has an absurd change"_qs;
            if (stretch.end == ZoneTable::plusInfinity)
                break;
            if (table.at(stretch.end - 1).offset != stretch.offset)
                return about + u" has another offset at its end"_qs;
            second = stretch.end;
        }
    }
    return {};
}

/// A TZif file that has no changes but those of its footer.
QByteArray fileOfRule(const QByteArray &rule)
{
    const auto header = [](std::uint32_t types, std::uint32_t characters) {
        QByteArray bytes("TZif2", 5);
        bytes.append(15, '\0');
        for (const std::uint32_t count : {0U, 0U, 0U, 0U, types, characters}) {
            const std::uint32_t big = qToBigEndian(count);
            bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
        }
        return bytes;
    };
    return header(0, 0) + header(1, 4) + QByteArray(10, '\0') + '\n' + rule + '\n';
}

} // namespace

QString zonenames(const QByteArray &text)
{
    const QString input = QString::fromUtf8(text);
    const auto zone = Zone::named(input);
    if (!zone)
        return fuzz::brokenBy(zone.error());
    if (input.contains(u"..") || input.startsWith(u'/'))
        return u"leads out of the directory of zones"_qs;
    for (const std::int64_t moment : moments) {
        const Instant instant{std::chrono::seconds(moment)};
        const Zone::Span span = zone->spanAt(instant);
        if (span.begin > instant || span.end <= instant || span.offset != zone->offsetAt(instant))
            return u"another span at %1"_qs.arg(moment);
        const LocalLookup back = zone->lookup(zone->toLocal(instant));
        if (back.first != instant && back.second != instant)
            return u"another instant for the wall clock of %1"_qs.arg(moment);
    }
    return notReadBack(Zone::named(zone->id()), *zone, zone->id());
}

QString zonefiles(const QByteArray &bytes)
{
    const auto table = ZoneTable::parse(u"Made/Up"_qs, bytes);
    return table ? brokenBy(*table) : QString();
}

QString posixrules(const QByteArray &text)
{
    const auto rule = PosixRule::parse(text);
    const auto table = ZoneTable::parse(u"Made/Up"_qs, fileOfRule(text));
    if (table) {
        if (const QString broken = brokenBy(*table); !broken.isEmpty())
            return broken;
    }
    if (!rule)
        return {};
    for (const int year : {1900, 1970, 2024, 2100, 9999}) {
        const std::int64_t newYear =
            localSecond({PosixRule::Change::Kind::DayOfYear, 0, 0, 0, 0}, year);
        for (const PosixRule::Change &change : {rule->start, rule->end}) {
            const std::int64_t within = localSecond(change, year) - change.time - newYear;
            if (rule->daylight && (within < 0 || within > 366 * std::int64_t(86'400)))
                return u"a change outside of %1"_qs.arg(year);
        }
    }
    return {};
}

} // namespace carillon::fuzz
