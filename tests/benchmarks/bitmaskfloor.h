// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstdint>

namespace carillon {

/// The bare inner work of finding a cron schedule's next time, as a floor to measure against: bit
/// scans over ready masks and stepping through the calendar. No zones, limits, checks or options;
/// it knows just enough for the twelve expressions, and shares no code with the product.
class BitMaskFloor
{
public:
    struct Masks
    {
        std::uint64_t seconds = 1;
        std::uint64_t minutes = 1;
        std::uint32_t hours = 1;
        std::uint32_t months = 0x1ffe;
        /// Per length of the month (28 …) and weekday of its first (Monday 0): the days that match.
        std::array<std::array<std::uint32_t, 7>, 4> days = {};
        bool everyDay = false;
    };

    /// Of one of the twelve, by its name.
    static BitMaskFloor named(const QString &name);

    /// The first match at or after `second`, in seconds since 1970. It must exist.
    std::int64_t next(std::int64_t second) const;

private:
    explicit BitMaskFloor(const Masks &masks) : m_masks(masks) {}

    std::uint32_t timeFrom(std::uint32_t second) const;
    std::uint32_t dayFrom(std::uint32_t day) const;

    Masks m_masks;
};

} // namespace carillon
