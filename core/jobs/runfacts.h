// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/ids.h"
#include "core/jobs/rules.h"
#include "core/time/instant.h"

#include <QJsonObject>

#include <cstdint>
#include <optional>

namespace carillon {

/// Why a due time did not run. Stored by the words of runFactsToJson.
enum class Hindrance : std::uint8_t {
    None,       ///< it ran, or is going to
    TooLate,    ///< the grace was exceeded
    MissedRule, ///< the rule makes up nothing
    Merged,     ///< coalesced into run `other`
    TooMany,    ///< older than the newest `mostCatchUps`
    Overlap,    ///< run `other` was still going on
    QueueFull,  ///< behind run `other`, and as many waited as may
    Replaced,   ///< stopped, or never started, because run `other` took its place
    Condition,  ///< `detail` names it: network, mains_power, idle, or paused for a paused job
    NoExecutor, ///< `detail` is the alias nobody has configured
    Broken,     ///< the job needs fixing; `detail` is its problem
};

/// Why a due time was not noticed when it came.
enum class Absence : std::uint8_t {
    None,
    Asleep,          ///< the computer
    NotRunning,      ///< Carillon
    SchedulerPaused, ///< as a whole
    ClockSet,        ///< forward, over the due time
    Busy,            ///< the engine was held up, or the store refused to record it
};

/// What is known about how a run, or a due time without one, came about: data for explanations,
/// in no language.
struct RunFacts
{
    Hindrance hindrance = Hindrance::None;
    std::optional<RunId> other = {};
    QString detail = {};
    Absence absence = Absence::None;
    std::optional<Instant> absentFrom = {};
    std::optional<Instant> absentUntil = {};
    std::optional<Instant> noticed = {}; ///< when the scheduler decided, if that was late
    /// The rules it met, as they were then; only where lateness mattered.
    std::optional<MissedRule> missedRule = {};
    std::optional<std::chrono::seconds> grace = {};

    bool operator==(const RunFacts &) const = default;
};

/// Only what differs from the defaults; an empty object if nothing does.
QJsonObject runFactsToJson(const RunFacts &facts);
/// Unknown words and keys, of a later version, are passed over.
RunFacts runFactsFromJson(const QJsonObject &object);

/// Why a due time did not run, as one sentence: `Run 12 was still going on.`; empty for None.
QString hindranceText(const RunFacts &facts);

} // namespace carillon
