// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/removeddates.h"

#include "core/triggers/membership.h"

#include <algorithm>

namespace carillon {

namespace {

constexpr std::size_t mostRemoved = 400;
constexpr int removedLeaps = 10'000;

Instant startOfDate(CivilDate date, const Zone &zone)
{
    return zone.fromLocal(LocalTime(std::chrono::days(daysFromCivil(date))));
}

CivilDate dayAfter(CivilDate date)
{
    return civilFromDays(daysFromCivil(date) + 1);
}

CivilDate dateOn(Instant instant, const Zone &zone)
{
    return civilFromDays(
        std::chrono::floor<std::chrono::days>(zone.toLocal(instant)).time_since_epoch().count());
}

/// Looks through the exceptions within one trigger.
class RemovedDates
{
public:
    RemovedDates(const Trigger &whole, Instant from, Instant until)
        : m_whole(whole),
          m_from(from),
          m_until(until)
    {
    }

    void visit(const Trigger &trigger)
    {
        if (const auto *either = trigger.as<OrTrigger>()) {
            for (const Trigger &part : either->triggers())
                visit(part);
        } else if (const auto *all = trigger.as<AndTrigger>()) {
            for (const Trigger &part : all->triggers())
                visit(part);
        } else if (const auto *except = trigger.as<ExceptTrigger>()) {
            visit(except->base());
            visitDates(*except);
            visitTriggers(*except);
        }
    }

    std::vector<CivilDate> dates()
    {
        std::sort(m_dates.begin(), m_dates.end());
        m_dates.erase(std::unique(m_dates.begin(), m_dates.end()), m_dates.end());
        return m_dates;
    }

private:
    std::optional<Instant> first(const Trigger &trigger, Instant from)
    {
        const auto found = trigger.first(from, m_leaps);
        return m_leaps.isSpent() || (found && *found > m_until) ? std::nullopt : found;
    }

    void visitDates(const ExceptTrigger &except)
    {
        const auto common = except.dateZone() ? except.dateZone() : except.commonZone();
        const Zone zone = common.value_or(except.zoneAt(m_from, m_leaps));
        std::size_t found = 0;
        for (const CivilDate date : except.dates()) {
            const Instant end = startOfDate(dayAfter(date), zone);
            if (end <= m_from)
                continue;
            if (found == mostRemoved || startOfDate(date, zone) > m_until)
                break;
            const auto time = first(except.base(), std::max(m_from, startOfDate(date, zone)));
            if (time && *time < end && keep(*time, date))
                ++found;
        }
    }

    /// What the base has in common with the excluded triggers.
    void visitTriggers(const ExceptTrigger &except)
    {
        if (except.excluded().empty())
            return;
        const Trigger removed = AndTrigger({except.base(), OrTrigger(except.excluded())});
        auto time = first(removed, m_from);
        for (std::size_t i = 0; time && i < mostRemoved; ++i) {
            const Zone &zone = except.zoneAt(*time, m_leaps);
            const CivilDate date = dateOn(*time, zone);
            keep(*time, date);
            time = first(removed, std::max(*time + Duration(1), startOfDate(dayAfter(date), zone)));
        }
    }

    /// Unless another part of the whole fires then all the same.
    bool keep(Instant removed, CivilDate date)
    {
        if (firesAt(m_whole, removed))
            return false;
        m_dates.push_back(date);
        return true;
    }

    const Trigger &m_whole;
    Instant m_from;
    Instant m_until;
    LeapBudget m_leaps{removedLeaps};
    std::vector<CivilDate> m_dates;
};

} // namespace

std::vector<CivilDate> removedDates(const Trigger &trigger, Instant from, Instant until)
{
    RemovedDates removed(trigger, from, until);
    removed.visit(trigger);
    return removed.dates();
}

} // namespace carillon
