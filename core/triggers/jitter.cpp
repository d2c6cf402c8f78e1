// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/jitter.h"

#include <algorithm>

namespace carillon {

namespace {

/// splitmix64: every bit of the input reaches every bit of the result.
constexpr std::uint64_t mixed(std::uint64_t bits)
{
    bits += 0x9e37'79b9'7f4a'7c15;
    bits = (bits ^ (bits >> 30)) * 0xbf58'476d'1ce4'e5b9;
    bits = (bits ^ (bits >> 27)) * 0x94d0'49bb'1331'11eb;
    return bits ^ (bits >> 31);
}

} // namespace

std::uint64_t jitterSeed(QStringView name)
{
    std::uint64_t seed = 0;
    for (const QChar character : name)
        seed = mixed(seed ^ character.unicode());
    return seed;
}

Duration jitterDelay(Instant member, Duration longest, std::uint64_t seed)
{
    if (longest.count() <= 0)
        return Duration::zero();
    const auto drawn = mixed(mixed(seed) ^ std::uint64_t(member.time_since_epoch().count()));
    // There are so many more numbers than microseconds that the remainder favours none.
    return Duration(std::int64_t(drawn % (std::uint64_t(longest.count()) + 1)));
}

Instant jitteredStart(const Trigger &trigger, Instant member, std::uint64_t seed)
{
    if (trigger.jitter() == Duration::zero() || trigger.first(member) != member)
        return member;
    Duration longest = trigger.jitter();
    if (const auto next = trigger.first(member + Duration(1)))
        longest = std::min(longest, *next - member - Duration(1));
    return member + jitterDelay(member, longest, seed);
}

} // namespace carillon
