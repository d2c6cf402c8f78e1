// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/loginlimit.h"

namespace carillon {

namespace {

constexpr int mostPerMinute = 10;
constexpr qsizetype mostAddresses = 10'000;

bool isOver(Instant since, Instant now)
{
    const Duration age = now - since;
    return age >= std::chrono::minutes(1) || age < Duration::zero(); // the clock was set back
}

} // namespace

bool LoginLimit::isReached(const QString &address, Instant now) const
{
    const auto found = m_counts.constFind(address);
    if (found == m_counts.constEnd())
        return m_counts.size() >= 2 * mostAddresses;
    return !isOver(found->since, now) && found->number >= mostPerMinute;
}

void LoginLimit::add(const QString &address, Instant now)
{
    if (m_counts.size() >= mostAddresses)
        m_counts.removeIf([now](const auto &entry) { return isOver(entry.value().since, now); });
    Count &count = m_counts[address];
    if (count.number == 0 || isOver(count.since, now))
        count = {now, 0};
    ++count.number;
}

void LoginLimit::takeBack(const QString &address)
{
    if (const auto found = m_counts.find(address); found != m_counts.end() && found->number > 0)
        --found->number;
}

} // namespace carillon
