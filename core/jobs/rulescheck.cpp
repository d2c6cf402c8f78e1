// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/rulescheck.h"

#include "core/util/coretext.h"

#include <algorithm>
#include <limits>

namespace carillon {

namespace {

constexpr qint64 longestSeconds = std::numeric_limits<int>::max();
constexpr qint64 month = 30 * 86'400;
constexpr qsizetype longestQueueName = 191;
constexpr qsizetype longestSearchText = 10'000;
constexpr qsizetype mostPredecessors = 1000;

struct Limit
{
    const char *field;
    qint64 value;
    qint64 least;
    qint64 most;
};

Result<> checkLimits(std::initializer_list<Limit> limits)
{
    for (const Limit &limit : limits) {
        if (limit.value < limit.least || limit.value > limit.most)
            return invalidInput(limit.field,
                                CoreText::tr("“%1” must be a whole number from %2 to %3.")
                                    .arg(QString::fromLatin1(limit.field))
                                    .arg(limit.least)
                                    .arg(limit.most));
    }
    return {};
}

/// What is not asked for counts as its least value.
qint64 secondsOr1(const std::optional<std::chrono::seconds> &length)
{
    return length ? length->count() : 1;
}

Result<> checkSuccess(const SuccessRule &success)
{
    const auto isCode = [](int code) { return code >= 0 && code <= 255; };
    if (!std::all_of(success.exitCodes.begin(), success.exitCodes.end(), isCode))
        return invalidInput(
            "success_exit_codes",
            CoreText::tr("“success_exit_codes” must list whole numbers from 0 to 255."));
    if (success.contains.size() > longestSearchText)
        return invalidInput("success_output_contains",
                            CoreText::tr("The text to look for in the output is too long."));
    if (success.lacks.size() > longestSearchText)
        return invalidInput("success_output_lacks",
                            CoreText::tr("The text to look for in the output is too long."));
    return {};
}

} // namespace

Result<> checkRules(const Rules &rules)
{
    if (rules.grace && rules.grace->count() < 1)
        return invalidInput(
            "misfire_grace_time",
            CoreText::tr("misfire_grace_time must be at least 1 second, or null for any time."));
    if (rules.timeout && rules.timeout->count() < 1)
        return invalidInput("timeout", CoreText::tr("A time-out must be at least 1 second."));
    const RetryRule &retry = rules.retry;
    const auto limits = checkLimits({
        {"max_instances", rules.maxInstances, 1, 1000},
        {"max_queued", rules.mostQueued, 1, 10'000},
        {"max_catch_up", rules.mostCatchUps, 1, 10'000},
        {"misfire_grace_time", secondsOr1(rules.grace), 1, longestSeconds},
        {"timeout", secondsOr1(rules.timeout), 1, longestSeconds},
        {"stop_delay", rules.stopDelay.count(), 0, 3600},
        {"retries", retry.count, 0, 1000},
        {"retry_delay", retry.firstDelay.count(), 0, month},
        {"retry_delay_max", retry.longestDelay.count(), 0, month},
        {"retry_jitter", retry.jitter.count(), 0, 86'400},
        {"only_if", secondsOr1(rules.conditions.idle), 1, longestSeconds},
        {"priority", rules.priority, -100, 100},
    });
    if (!limits)
        return limits;
    if (!(retry.growth >= 1 && retry.growth <= 10)) // nor is it NaN
        return invalidInput("retry_growth",
                            CoreText::tr("“retry_growth” must be a number from 1 to 10."));
    if (rules.queue.size() > longestQueueName)
        return invalidInput(
            "queue",
            CoreText::tr("The name of a queue has at most %1 characters.").arg(longestQueueName));
    if (rules.after.jobs.size() > mostPredecessors)
        return invalidInput(
            "after",
            CoreText::tr("A job can start after at most %1 others.").arg(mostPredecessors));
    return checkSuccess(rules.success);
}

} // namespace carillon
