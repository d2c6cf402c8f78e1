// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

namespace carillon {

struct PosixRule;

/// The clock changes of one zone, immutable once made. All in whole seconds since 1970, UTC.
///
/// The rule that holds after the last recorded change is expanded over 400 years, after which the
/// calendar repeats with its weekdays; later times are looked up in that cycle.
class ZoneTable
{
public:
    static constexpr std::int64_t minusInfinity = INT64_MIN;
    static constexpr std::int64_t plusInfinity = INT64_MAX;

    /// A zone without clock changes.
    ZoneTable(QString id, std::int32_t offset);
    /// Reads the 64-bit block and the footer of a TZif file; null if it is none.
    static std::shared_ptr<const ZoneTable> parse(const QString &id, const QByteArray &tzif);

    const QString &id() const { return m_id; }

    /// The time between two changes, [begin, end).
    struct Stretch
    {
        std::int64_t begin;
        std::int64_t end;
        std::int32_t offset;
    };
    Stretch at(std::int64_t second) const
    {
        return m_begins.size() == 1 ? Stretch{minusInfinity, plusInfinity, m_offsets[0]}
                                    : search(second);
    }

    /// The offsets before and after the change that a wall clock falls into, or twice the one that
    /// applies.
    struct Offsets
    {
        std::int32_t before;
        std::int32_t after;
    };
    Offsets atLocal(std::int64_t localSecond) const;

private:
    explicit ZoneTable(QString id) : m_id(std::move(id)) {}

    void addRule(const PosixRule &rule);
    void tidy();
    void buildIndex();
    std::size_t indexAt(std::int64_t second) const;
    Stretch search(std::int64_t second) const;
    std::int64_t cyclesBefore(std::int64_t second) const;

    QString m_id;
    std::vector<std::int64_t> m_begins; // m_begins[0] is minus infinity
    std::vector<std::int32_t> m_offsets;
    std::vector<std::uint16_t> m_index; // the stretch at the start of each 2^24 seconds from 1900
    std::int64_t m_cycleStart = plusInfinity; // from here on everything repeats after 400 years
};

} // namespace carillon
