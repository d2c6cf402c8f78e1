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
    // Beyond any Instant, yet so near that differences of times do not overflow.
    static constexpr std::int64_t minusInfinity = INT64_MIN / 4;
    static constexpr std::int64_t plusInfinity = INT64_MAX / 4;

    /// The offset from `begin` on.
    struct Change
    {
        std::int64_t begin;
        std::int32_t offset;
    };

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
        const Stretch *stretch = find(second);
        return stretch ? *stretch : search(second);
    }

    /// The same for the years around ours, without a copy; null for others. Lives as long as the
    /// table.
    const Stretch *find(std::int64_t second) const
    {
        if (m_stretches.size() == 1)
            return m_stretches.data();
        const auto slot = std::uint64_t(second - indexStart) >> indexShift;
        if (slot >= m_index.size())
            return nullptr;
        const Stretch *stretch = &m_stretches[m_index[slot]];
        while (stretch->end <= second) // seldom: a slot is shorter than most stretches
            ++stretch;
        return stretch;
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

    void addRule(std::vector<Change> &changes, const PosixRule &rule);
    void setStretches(const std::vector<Change> &changes);
    void buildIndex();
    std::size_t indexAt(std::int64_t second) const;
    Stretch search(std::int64_t second) const;
    std::int64_t cyclesBefore(std::int64_t second) const;

    static constexpr std::int64_t indexStart = -2'208'988'800; // 1900-01-01T00:00Z
    static constexpr int indexShift = 22;                      // 48 days

    QString m_id;
    std::vector<Stretch> m_stretches;
    std::vector<std::uint16_t> m_index; // the stretch at the start of each 2^22 seconds from 1900
    std::int64_t m_cycleStart = plusInfinity; // from here on everything repeats after 400 years
};

} // namespace carillon
