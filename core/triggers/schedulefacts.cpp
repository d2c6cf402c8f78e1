// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/schedulefacts.h"

#include "core/triggers/firingrate.h"
#include "core/triggers/removeddates.h"

namespace carillon {

namespace {

constexpr std::chrono::days thirteenMonths{396};

void setNext(ScheduleFacts &facts, const Trigger &trigger, Instant now, std::size_t most)
{
    LeapBudget leaps; // one for all, so that a laborious search is done once and not ten times
    auto time = trigger.first(now);
    while (time && facts.next.size() < most) {
        facts.next.push_back(*time);
        time = trigger.first(*time + Duration(1), leaps);
        if (leaps.isSpent())
            return;
    }
    facts.complete = !time;
}

bool areEverySecond(const std::vector<Instant> &times)
{
    return times.size() > 1 &&
           times.back() - times.front() <= std::chrono::seconds(1) * (times.size() - 1);
}

CivilDate shownDate(const Trigger &trigger, Instant member)
{
    const LocalTime local = trigger.zoneAt(member).toLocal(member);
    return civilFromDays(std::chrono::floor<std::chrono::days>(local).time_since_epoch().count());
}

/// Asks for one time of each of some days: all of them must be 29 February.
std::optional<int> leapYearOf(const Trigger &trigger, Instant next)
{
    constexpr int enough = 4;
    LeapBudget leaps;
    std::optional<Instant> time = next;
    int found = 0;
    for (; found < enough && time && !leaps.isSpent(); ++found) {
        const CivilDate date = shownDate(trigger, *time);
        if (date.month != 2 || date.day != 29)
            return {};
        time = trigger.first(*time + std::chrono::days(1), leaps);
    }
    return found > 1 ? std::optional(shownDate(trigger, next).year) : std::nullopt;
}

} // namespace

ScheduleFacts factsOf(const Trigger &trigger, Instant now, std::size_t times)
{
    ScheduleFacts facts;
    setNext(facts, trigger, now, times);
    facts.removedDates = removedDates(trigger, now, now + thirteenMonths);
    if (facts.firesNoMore())
        return facts;
    facts.perDay = firingsPerDay(trigger, facts.next.front());
    facts.everySecond = facts.next.size() == times && areEverySecond(facts.next);
    facts.leapYear = leapYearOf(trigger, facts.next.front());
    facts.clockRemarks = clockRemarks(trigger, now, now + thirteenMonths);
    return facts;
}

} // namespace carillon
