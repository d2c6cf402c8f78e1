// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/zonetable.h"

#include "core/time/civil.h"
#include "core/time/posixrule.h"

#include <QtEndian>

#include <algorithm>

namespace carillon {

namespace {

constexpr std::int64_t cycle = 146'097 * secondsPerDay; // 400 years, a whole number of weeks
constexpr std::int64_t indexStart = daysFromCivil({1900, 1, 1}) * secondsPerDay;
constexpr int indexShift = 24;
constexpr std::int32_t longestOffset = 26 * 3600;

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

} // namespace

ZoneTable::ZoneTable(QString id, std::int32_t offset)
    : m_id(std::move(id)),
      m_begins{minusInfinity},
      m_offsets{offset}
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
    const char *times = bytes.data() + Block::headerSize;
    const char *kinds = times + std::size_t(wide->times) * 8;
    const char *types = kinds + wide->times;
    const auto offsetOf = [types](std::uint8_t kind) {
        return qFromBigEndian<std::int32_t>(types + std::size_t(kind) * 6);
    };

    auto table = std::shared_ptr<ZoneTable>(new ZoneTable(id));
    table->m_begins.push_back(minusInfinity);
    table->m_offsets.push_back(offsetOf(0));
    for (std::uint32_t i = 0; i < wide->times; ++i) {
        const auto kind = std::uint8_t(kinds[i]);
        if (kind >= wide->types)
            return {};
        table->m_begins.push_back(qFromBigEndian<std::int64_t>(times + std::size_t(i) * 8));
        table->m_offsets.push_back(offsetOf(kind));
    }

    const QByteArrayView footer = bytes.sliced(Block::headerSize + wide->dataSize(8));
    if (const auto rule = PosixRule::parse(footer.trimmed()))
        table->addRule(*rule);
    table->tidy();
    const bool sane =
        std::all_of(table->m_offsets.begin(), table->m_offsets.end(), [](std::int32_t offset) {
            return offset >= -longestOffset && offset <= longestOffset;
        });
    if (!sane || table->m_begins.size() > UINT16_MAX)
        return {};
    table->buildIndex();
    return table;
}

void ZoneTable::addRule(const PosixRule &rule)
{
    if (!rule.daylight)
        return;
    const std::int64_t last = m_begins.back();
    const int lastYear =
        m_begins.size() > 1 ? civilFromDays(floorDivide(last, secondsPerDay)).year : 1900;
    for (int year = lastYear; year <= lastYear + 403; ++year) {
        std::pair<std::int64_t, std::int64_t> changes[] = {
            {localSecond(rule.start, year) - rule.standard, *rule.daylight},
            {localSecond(rule.end, year) - *rule.daylight, rule.standard},
        };
        if (changes[1].first < changes[0].first)
            std::swap(changes[0], changes[1]);
        for (const auto &[when, offset] : changes) {
            if (when <= last)
                continue;
            m_begins.push_back(when);
            m_offsets.push_back(std::int32_t(offset));
        }
    }
    m_cycleStart = daysFromCivil({lastYear + 2, 1, 1}) * secondsPerDay;
}

/// Drops changes that change nothing: most files also record those of the name alone.
void ZoneTable::tidy()
{
    const auto begins = std::move(m_begins);
    const auto offsets = std::move(m_offsets);
    m_begins = {begins.front()};
    m_offsets = {offsets.front()};
    for (std::size_t i = 1; i < begins.size(); ++i) {
        if (i + 1 < begins.size() && begins[i + 1] <= begins[i])
            continue; // overruled at the same moment
        if (offsets[i] == m_offsets.back())
            continue;
        m_begins.push_back(begins[i]);
        m_offsets.push_back(offsets[i]);
    }
}

void ZoneTable::buildIndex()
{
    const std::int64_t last = m_begins.back();
    std::size_t stretch = 0;
    for (std::int64_t start = indexStart; m_begins.size() > 1 && start <= last;
         start += std::int64_t(1) << indexShift) {
        while (stretch + 1 < m_begins.size() && m_begins[stretch + 1] <= start)
            ++stretch;
        m_index.push_back(std::uint16_t(stretch));
    }
}

std::size_t ZoneTable::indexAt(std::int64_t second) const
{
    if (second >= m_begins.back())
        return m_begins.size() - 1;
    std::size_t stretch = 0;
    if (second >= indexStart)
        stretch = m_index[std::size_t((second - indexStart) >> indexShift)];
    while (m_begins[stretch + 1] <= second)
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
    const std::size_t i = indexAt(second - shift);
    return {i == 0 ? minusInfinity : m_begins[i] + shift,
            i + 1 == m_begins.size() ? plusInfinity : m_begins[i + 1] + shift, m_offsets[i]};
}

ZoneTable::Offsets ZoneTable::atLocal(std::int64_t localSecond) const
{
    if (m_begins.size() == 1)
        return {m_offsets[0], m_offsets[0]};
    const std::int64_t local = localSecond - cyclesBefore(localSecond);
    std::size_t i = indexAt(local - longestOffset);
    for (; i + 1 < m_begins.size(); ++i) {
        const auto [smaller, larger] = std::minmax(m_offsets[i], m_offsets[i + 1]);
        if (local < m_begins[i + 1] + smaller)
            break;
        if (local < m_begins[i + 1] + larger)
            return {m_offsets[i], m_offsets[i + 1]};
    }
    return {m_offsets[i], m_offsets[i]};
}

} // namespace carillon
