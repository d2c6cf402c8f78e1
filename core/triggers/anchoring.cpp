// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/anchoring.h"

namespace carillon {

namespace {

/// The parts of a combined trigger; nothing if all stay as they are.
std::optional<std::vector<Trigger>> partsAnchoredAnew(const std::vector<Trigger> &parts,
                                                      Instant now)
{
    bool changed = false;
    std::vector<Trigger> anchored;
    for (const Trigger &part : parts) {
        auto anew = anchoredAnew(part, now);
        changed = changed || anew;
        anchored.push_back(anew ? *std::move(anew) : part);
    }
    return changed ? std::optional(std::move(anchored)) : std::nullopt;
}

std::optional<Trigger> intervalAnchoredAnew(const IntervalTrigger &interval, Instant now)
{
    if (!interval.hasOpenStart() || interval.start() - now <= interval.step())
        return {};
    const auto anew = IntervalTrigger::create(now + interval.step(), interval.step(),
                                              interval.end(), interval.zone());
    return anew ? std::optional(Trigger(anew->withOpenStart())) : std::nullopt;
}

std::optional<Trigger> anchored(const Trigger &trigger, Instant now)
{
    if (const auto *interval = trigger.as<IntervalTrigger>())
        return intervalAnchoredAnew(*interval, now);
    if (const auto *either = trigger.as<OrTrigger>()) {
        auto parts = partsAnchoredAnew(either->triggers(), now);
        return parts ? std::optional(Trigger(OrTrigger(*std::move(parts)))) : std::nullopt;
    }
    if (const auto *all = trigger.as<AndTrigger>()) {
        auto parts = partsAnchoredAnew(all->triggers(), now);
        return parts ? std::optional(Trigger(AndTrigger(*std::move(parts)))) : std::nullopt;
    }
    if (const auto *except = trigger.as<ExceptTrigger>()) {
        const auto base = anchoredAnew(except->base(), now);
        if (!base)
            return {};
        return Trigger(
            ExceptTrigger(*base, except->excluded(), except->dates(), except->dateZone()));
    }
    return {};
}

} // namespace

std::optional<Trigger> anchoredAnew(const Trigger &trigger, Instant now)
{
    auto anew = anchored(trigger, now);
    return anew ? std::optional(anew->withJitter(trigger.jitter())) : std::nullopt;
}

} // namespace carillon
