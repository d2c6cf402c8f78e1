// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/clockremarks.h"

#include "core/triggers/membership.h"

#include <algorithm>

namespace carillon {

namespace {

using RemarkKind = ClockRemark::Kind;

constexpr std::size_t mostClockChanges = 8; // of one zone
constexpr std::size_t mostLeaves = 16;
constexpr int mostComparedTimes = 4000; // looked at round one change

struct ClockChange
{
    Instant at;
    std::chrono::seconds before; ///< offsets from UTC
    std::chrono::seconds after;
};

std::vector<ClockChange> changesIn(const Zone &zone, Instant from, Instant until)
{
    std::vector<ClockChange> changes;
    Zone::Span span = zone.spanAt(from);
    while (span.end <= until && changes.size() < mostClockChanges) {
        const Zone::Span next = zone.spanAt(span.end);
        if (next.offset != span.offset)
            changes.push_back({span.end, span.offset, next.offset});
        span = next;
    }
    return changes;
}

/// The parts that fire by themselves, in order; what is only excluded is none of them.
void collectLeaves(const Trigger &trigger, std::vector<Trigger> &leaves)
{
    if (const auto *either = trigger.as<OrTrigger>()) {
        for (const Trigger &part : either->triggers())
            collectLeaves(part, leaves);
    } else if (const auto *all = trigger.as<AndTrigger>()) {
        for (const Trigger &part : all->triggers())
            collectLeaves(part, leaves);
    } else if (const auto *except = trigger.as<ExceptTrigger>()) {
        collectLeaves(except->base(), leaves);
    } else if (leaves.size() < mostLeaves) {
        leaves.push_back(trigger);
    }
}

/// A copy of a trigger with one of its leaves replaced.
class LeafReplacement
{
public:
    LeafReplacement(std::size_t index, Trigger leaf) : m_left(index), m_leaf(std::move(leaf)) {}

    Trigger in(const Trigger &trigger)
    {
        if (const auto *either = trigger.as<OrTrigger>())
            return OrTrigger(inAll(either->triggers()));
        if (const auto *all = trigger.as<AndTrigger>())
            return AndTrigger(inAll(all->triggers()));
        if (const auto *except = trigger.as<ExceptTrigger>())
            return ExceptTrigger(in(except->base()), except->excluded(), except->dates(),
                                 except->dateZone());
        return m_left-- == 0 ? m_leaf : trigger;
    }

private:
    std::vector<Trigger> inAll(const std::vector<Trigger> &triggers)
    {
        std::vector<Trigger> result;
        result.reserve(triggers.size());
        for (const Trigger &trigger : triggers)
            result.push_back(in(trigger));
        return result;
    }

    std::size_t m_left;
    Trigger m_leaf;
};

DstPolicy policyOf(const Trigger &leaf)
{
    if (const auto *cron = leaf.as<CronTrigger>())
        return {cron->options().gap, cron->options().overlap};
    return leaf.as<CalendarIntervalTrigger>()->dst();
}

Trigger withPolicy(const Trigger &leaf, DstPolicy policy)
{
    if (const auto *cron = leaf.as<CronTrigger>()) {
        CronOptions options = cron->options();
        options.gap = policy.gap;
        options.overlap = policy.overlap;
        return CronTrigger(cron->fields(), cron->zone(), options, cron->notation());
    }
    const auto &calendar = *leaf.as<CalendarIntervalTrigger>();
    return *CalendarIntervalTrigger::create(calendar.dates(), calendar.secondOfDay(),
                                            calendar.zone(), policy);
}

LocalTime wallClockAt(Instant when, std::chrono::seconds offset)
{
    return LocalTime((when + offset).time_since_epoch());
}

/// One leaf of a trigger, with and without what is asked about.
struct Comparison
{
    Trigger leafWith;
    Trigger leafWithout;
    Trigger with;
    Trigger without;

    /// The first and last time in [from, until) that only `with` has.
    std::optional<std::pair<Instant, Instant>> difference(Instant from, Instant until) const
    {
        std::optional<std::pair<Instant, Instant>> found;
        auto time = leafWith.first(from);
        for (int i = 0; i < mostComparedTimes && time && *time < until; ++i) {
            if (!firesAt(leafWithout, *time) && firesAt(with, *time) && !firesAt(without, *time))
                found = {found ? found->first : *time, *time};
            time = leafWith.first(*time + Duration(1));
        }
        return found;
    }
};

Comparison compare(const Trigger &trigger, const Trigger &leaf, std::size_t index, DstPolicy with,
                   DstPolicy without)
{
    const Trigger leafWith = withPolicy(leaf, with);
    const Trigger leafWithout = withPolicy(leaf, without);
    return {leafWith, leafWithout, LeafReplacement(index, leafWith).in(trigger),
            LeafReplacement(index, leafWithout).in(trigger)};
}

/// What the changes do to one leaf of a trigger.
class LeafRemarks
{
public:
    LeafRemarks(const Trigger &trigger, const Trigger &leaf, std::size_t index)
        : m_trigger(trigger),
          m_leaf(leaf),
          m_index(index)
    {
    }

    void collect(Instant from, Instant until, std::vector<ClockRemark> &remarks) const
    {
        const Zone zone = *m_leaf.commonZone();
        for (const ClockChange &change : changesIn(zone, from, until)) {
            auto remark = remarkOn(change);
            if (remark && std::find(remarks.begin(), remarks.end(), *remark) == remarks.end())
                remarks.push_back(*std::move(remark));
        }
    }

private:
    std::optional<ClockRemark> remarkOn(const ClockChange &change) const
    {
        if (m_leaf.as<DateTrigger>())
            return {};
        if (const auto *interval = m_leaf.as<IntervalTrigger>())
            return onInterval(*interval, change);
        return change.after > change.before ? onGap(change) : onOverlap(change);
    }

    /// The clocks go forward: which times are shifted, and do they run then?
    std::optional<ClockRemark> onGap(const ClockChange &change) const
    {
        const DstPolicy policy = policyOf(m_leaf);
        const auto times = compare(m_trigger, m_leaf, m_index, {DstGap::Shift, policy.overlap},
                                   {DstGap::Skip, policy.overlap})
                               .difference(change.at, change.at + (change.after - change.before));
        if (!times)
            return {};
        const RemarkKind kind =
            policy.gap == DstGap::Skip ? RemarkKind::Skipped : RemarkKind::Moved;
        return remark(kind, change, *times, change.before,
                      kind == RemarkKind::Skipped ? change.before : change.after);
    }

    /// The clocks go back: which times come twice, and do they run twice?
    std::optional<ClockRemark> onOverlap(const ClockChange &change) const
    {
        const DstPolicy policy = policyOf(m_leaf);
        const auto times = compare(m_trigger, m_leaf, m_index, {policy.gap, DstOverlap::Both},
                                   {policy.gap, DstOverlap::First})
                               .difference(change.at, change.at + (change.before - change.after));
        if (!times)
            return {};
        const bool twice = firesAt(m_leaf, times->first);
        // What runs in every hour surprises nobody by running in one that comes twice.
        const auto *cron = m_leaf.as<CronTrigger>();
        if (twice && cron && cron->fields().masks().hours == everyHour)
            return {};
        return remark(twice ? RemarkKind::RunsTwice : RemarkKind::RunsOnce, change, *times,
                      change.after, change.after);
    }

    /// Days of 24 hours do not follow the clock.
    std::optional<ClockRemark> onInterval(const IntervalTrigger &interval,
                                          const ClockChange &change) const
    {
        const auto next = interval.first(change.at);
        if (!next || interval.step() % std::chrono::days(1) != Duration::zero() ||
            !firesAt(m_trigger, *next))
            return {};
        return remark(RemarkKind::OtherClock, change, {*next, *next}, change.before, change.after);
    }

    ClockRemark remark(RemarkKind kind, const ClockChange &change,
                       const std::pair<Instant, Instant> &times, std::chrono::seconds written,
                       std::chrono::seconds runs) const
    {
        return {kind,
                change.at,
                *m_leaf.commonZone(),
                {wallClockAt(times.first, written), wallClockAt(times.second, written)},
                {wallClockAt(times.first, runs), wallClockAt(times.second, runs)}};
    }

    const Trigger &m_trigger;
    const Trigger &m_leaf;
    std::size_t m_index;
};

} // namespace

std::vector<ClockRemark> clockRemarks(const Trigger &trigger, Instant from, Instant until)
{
    std::vector<Trigger> leaves;
    collectLeaves(trigger, leaves);
    std::vector<ClockRemark> remarks;
    for (std::size_t i = 0; i < leaves.size(); ++i)
        LeafRemarks(trigger, leaves[i], i).collect(from, until, remarks);
    std::stable_sort(remarks.begin(), remarks.end(), [](const auto &left, const auto &right) {
        return left.change < right.change;
    });
    return remarks;
}

} // namespace carillon
