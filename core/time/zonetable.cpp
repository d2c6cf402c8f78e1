// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/zonetable.h"

#include "core/time/civil.h"
#include "core/time/posixrule.h"

#include <QtEndian>

#include <algorithm>

namespace carillon {

namespace {

constexpr std::int64_t cycle = 146'097 * secondsPerDay; // 400 years, a whole number of weeks
constexpr std::int32_t longestOffset = 26 * 3600;
constexpr std::int64_t firstSecond = daysFromCivil({1, 1, 1}) * secondsPerDay;
constexpr std::int64_t lastSecond = daysFromCivil({9999, 12, 31}) * secondsPerDay;

/// One of the two blocks of a TZif file (RFC 8536): where its parts are.
struct Block
{
    std::uint32_t utFlags, standardFlags, leaps, times, types, characters;

    static constexpr qsizetype headerSize = 44;

    static std::optional<Block> read(QByteArrayView bytes)
    {
        if (bytes.size() < headerSize || !bytes.startsWith("TZif"))
            return {};
        const auto number = [&](int i) {
            return qFromBigEndian<std::uint32_t>(bytes.data() + 20 + 4 * i);
        };
        const Block block{number(0), number(1), number(2), number(3), number(4), number(5)};
        constexpr std::uint32_t absurd = 1 << 20;
        const bool sane = std::max({block.utFlags, block.standardFlags, block.leaps, block.times,
                                    block.types, block.characters}) < absurd;
        return sane ? std::optional(block) : std::nullopt;
    }

    qsizetype dataSize(int timeSize) const
    {
        return qsizetype(times) * (timeSize + 1) + qsizetype(types) * 6 + characters +
               qsizetype(leaps) * (timeSize + 4) + standardFlags + utFlags;
    }
};

/// The changes of the 64-bit block, whose data are at `data`, the first one at the beginning of
/// time; nothing if they cannot be meant.
std::optional<std::vector<ZoneTable::Change>> readChanges(const Block &block, const char *data)
{
    const char *kinds = data + std::size_t(block.times) * 8;
    const char *types = kinds + block.times;
    const auto offsetOf = [types](std::uint8_t kind) {
        return qFromBigEndian<std::int32_t>(types + std::size_t(kind) * 6);
    };
    std::vector<ZoneTable::Change> changes{{ZoneTable::minusInfinity, offsetOf(0)}};
    for (std::uint32_t i = 0; i < block.times; ++i) {
        const auto kind = std::uint8_t(kinds[i]);
        const auto begin = qFromBigEndian<std::int64_t>(data + std::size_t(i) * 8);
        if (kind >= block.types || begin > lastSecond)
            return {};
        if (begin < firstSecond) { // some files say that time itself began with a change
            changes.front().offset = offsetOf(kind);
            continue;
        }
        if (begin <= changes.back().begin)
            return {};
        changes.push_back({begin, offsetOf(kind)});
    }
    return changes;
}

} // namespace

ZoneTable::ZoneTable(QString id, std::int32_t offset)
    : m_id(std::move(id)),
      m_stretches{{minusInfinity, plusInfinity, offset}}
{
}

std::shared_ptr<const ZoneTable> ZoneTable::parse(const QString &id, const QByteArray &tzif)
{
    QByteArrayView bytes(tzif);
    const auto narrow = Block::read(bytes);
    if (!narrow || bytes.size() < Block::headerSize + narrow->dataSize(4))
        return {};
    bytes = bytes.sliced(Block::headerSize + narrow->dataSize(4));
    const auto wide = Block::read(bytes);
    if (!wide || wide->types == 0 || bytes.size() < Block::headerSize + wide->dataSize(8))
        return {};
    auto changes = readChanges(*wide, bytes.data() + Block::headerSize);
    if (!changes)
        return {};

    auto table = std::shared_ptr<ZoneTable>(new ZoneTable(id));
    const QByteArrayView footer = bytes.sliced(Block::headerSize + wide->dataSize(8));
    if (const auto rule = PosixRule::parse(footer.trimmed()))
        table->addRule(*changes, *rule);
    table->setStretches(*changes);
    const bool sane =
        std::all_of(table->m_stretches.begin(), table->m_stretches.end(), [](const Stretch &each) {
            return each.offset >= -longestOffset && each.offset <= longestOffset;
        });
    if (!sane || table->m_stretches.size() > UINT16_MAX)
        return {};
    table->buildIndex();
    return table;
}

void ZoneTable::addRule(std::vector<Change> &changes, const PosixRule &rule)
{
    if (!rule.daylight)
        return;
    const std::int64_t last = changes.back().begin;
    const int lastYear =
        changes.size() > 1 ? civilFromDays(floorDivide(last, secondsPerDay)).year : 1900;
    std::vector<Change> all;
    for (int year = lastYear; year <= lastYear + 403; ++year) {
        all.push_back(
            {localSecond(rule.start, year) - rule.standard, std::int32_t(*rule.daylight)});
        all.push_back({localSecond(rule.end, year) - *rule.daylight, std::int32_t(rule.standard)});
    }
    // Stable: where summer time ends as the next one starts (`0/0,J365/25`), it lasts for ever.
    std::stable_sort(all.begin(), all.end(),
                     [](const Change &a, const Change &b) { return a.begin < b.begin; });
    std::copy_if(all.begin(), all.end(), std::back_inserter(changes),
                 [last](const Change &change) { return change.begin > last; });
    m_cycleStart = daysFromCivil({lastYear + 2, 1, 1}) * secondsPerDay;
}

/// Drops changes that change nothing: most files also record those of the name alone.
void ZoneTable::setStretches(const std::vector<Change> &changes)
{
    m_stretches = {{minusInfinity, plusInfinity, changes.front().offset}};
    for (std::size_t i = 1; i < changes.size(); ++i) {
        const auto &[begin, offset] = changes[i];
        if (i + 1 < changes.size() && changes[i + 1].begin <= begin)
            continue; // overruled at the same moment
        if (offset == m_stretches.back().offset)
            continue;
        m_stretches.back().end = begin;
        m_stretches.push_back({begin, plusInfinity, offset});
    }
}

/// Only of time before the last change, or before a rule repeats: the last stretch of a rule seems
/// endless in the table, but is not.
void ZoneTable::buildIndex()
{
    constexpr std::int64_t slotLength = std::int64_t(1) << indexShift;
    constexpr std::int64_t farthest = daysFromCivil({3000, 1, 1}) * secondsPerDay;
    const bool repeats = m_cycleStart != plusInfinity;
    const std::int64_t known = repeats ? m_cycleStart + cycle : m_stretches.back().begin;
    const std::int64_t end = std::min(known, farthest);
    std::size_t stretch = 0;
    for (std::int64_t start = indexStart; start + slotLength <= end; start += slotLength) {
        while (m_stretches[stretch].end <= start)
            ++stretch;
        m_index.push_back(std::uint16_t(stretch));
    }
}

std::size_t ZoneTable::indexAt(std::int64_t second) const
{
    if (second >= m_stretches.back().begin)
        return m_stretches.size() - 1;
    std::size_t stretch = 0;
    if (second >= indexStart && !m_index.empty()) {
        const auto slot = std::size_t(second - indexStart) >> indexShift;
        stretch = m_index[std::min(slot, m_index.size() - 1)];
    }
    while (m_stretches[stretch].end <= second)
        ++stretch;
    return stretch;
}

std::int64_t ZoneTable::cyclesBefore(std::int64_t second) const
{
    if (m_cycleStart == plusInfinity || second < m_cycleStart + cycle)
        return 0;
    return (second - m_cycleStart) / cycle * cycle;
}

ZoneTable::Stretch ZoneTable::search(std::int64_t second) const
{
    const std::int64_t shift = cyclesBefore(second);
    Stretch found = m_stretches[indexAt(second - shift)];
    if (found.begin != minusInfinity)
        found.begin += shift;
    if (found.end != plusInfinity)
        found.end += shift;
    return found;
}

ZoneTable::Offsets ZoneTable::atLocal(std::int64_t localSecond) const
{
    const std::int64_t local = localSecond - cyclesBefore(localSecond);
    std::size_t i = indexAt(local - longestOffset);
    for (; i + 1 < m_stretches.size(); ++i) {
        const std::int32_t before = m_stretches[i].offset;
        const std::int32_t after = m_stretches[i + 1].offset;
        const auto [smaller, larger] = std::minmax(before, after);
        if (local < m_stretches[i].end + smaller)
            break;
        if (local < m_stretches[i].end + larger)
            return {before, after};
    }
    return {m_stretches[i].offset, m_stretches[i].offset};
}

} // namespace carillon
