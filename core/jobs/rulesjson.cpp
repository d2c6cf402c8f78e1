// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/rulesjson.h"

#include "core/util/coretext.h"

#include <cmath>
#include <limits>

namespace carillon {

namespace {

constexpr qint64 mostSeconds = std::numeric_limits<int>::max();

// In the order of their enumerations.

const QStringList &overlapWords()
{
    static const QStringList words{u"skip"_qs, u"queue"_qs, u"replace"_qs};
    return words;
}

const QStringList &missedWords()
{
    static const QStringList words{u"once"_qs, u"all"_qs, u"skip"_qs};
    return words;
}

const QStringList &afterWords()
{
    static const QStringList words{u"succeeded"_qs, u"failed"_qs, u"ended"_qs};
    return words;
}

void readCount(JsonFields &fields, const char *key, int least, int most, int &count)
{
    if (const auto number = fields.integer(key, least, most))
        count = int(*number);
}

template <typename Seconds>
void readSeconds(JsonFields &fields, const char *key, qint64 least, qint64 most, Seconds &length)
{
    if (const auto number = fields.integer(key, least, most))
        length = Seconds(*number);
}

void readMissed(JsonFields &fields, Rules &rules)
{
    const bool coalesce = fields.flag("coalesce", rules.missed != MissedRule::RunAll);
    if (fields.has("coalesce"))
        rules.missed = coalesce ? MissedRule::RunOnce : MissedRule::RunAll;
    if (const auto missed = fields.word("missed", missedWords()))
        rules.missed = MissedRule(*missed);
    readCount(fields, "max_catch_up", 1, 10'000, rules.mostCatchUps);
    // An explicit null means "never too late", unlike leaving it out.
    if (fields.value("misfire_grace_time").isNull())
        rules.grace.reset();
    else if (const auto grace = fields.integer("misfire_grace_time", 1, mostSeconds))
        rules.grace = std::chrono::seconds(*grace);
}

void readRetry(JsonFields &fields, RetryRule &retry)
{
    readCount(fields, "retries", 0, 1000, retry.count);
    readSeconds(fields, "retry_delay", 0, 30 * 86'400, retry.firstDelay);
    readSeconds(fields, "retry_delay_max", 0, 30 * 86'400, retry.longestDelay);
    readSeconds(fields, "retry_jitter", 0, 86'400, retry.jitter);
    const QJsonValue growth = fields.value("retry_growth");
    if (growth.isUndefined() || growth.isNull())
        return;
    if (growth.isDouble() && growth.toDouble() >= 1 && growth.toDouble() <= 10)
        retry.growth = growth.toDouble();
    else
        fields.refuse("retry_growth",
                      CoreText::tr("“retry_growth” must be a number from 1 to 10."));
}

void readSuccess(JsonFields &fields, SuccessRule &success)
{
    if (fields.has("success_exit_codes")) {
        success.exitCodes.clear();
        const QJsonArray codes = fields.array("success_exit_codes");
        for (const QJsonValue &code : codes) {
            const double number = code.toDouble(-1);
            if (!code.isDouble() || number < 0 || number > 255 || number != std::floor(number)) {
                fields.refuse("success_exit_codes",
                              CoreText::tr("“success_exit_codes” must list whole numbers from 0 "
                                           "to 255."));
                break;
            }
            success.exitCodes.append(int(number));
        }
    }
    success.contains = fields.text("success_output_contains", success.contains);
    success.lacks = fields.text("success_output_lacks", success.lacks);
}

/// A mistake inside an object is a mistake of the key that holds it.
void adoptMistake(JsonFields &fields, const char *key, const JsonFields &nested)
{
    if (const auto read = nested.finish(); !read)
        fields.refuse(key, u"%1: %2"_qs.arg(QString::fromLatin1(key), read.error().message));
}

void readConditions(JsonFields &fields, RunConditions &conditions)
{
    if (!fields.has("only_if"))
        return;
    JsonFields nested(fields.object("only_if"));
    conditions = {};
    conditions.network = nested.flag("network", false);
    conditions.mainsPower = nested.flag("mains_power", false);
    if (const auto idle = nested.integer("idle", 1, mostSeconds))
        conditions.idle = std::chrono::seconds(*idle);
    adoptMistake(fields, "only_if", nested);
}

void readAfter(JsonFields &fields, AfterRule &after)
{
    if (!fields.has("after"))
        return;
    JsonFields nested(fields.object("after"));
    after = {};
    const QStringList jobs = nested.texts("jobs");
    for (const QString &job : jobs)
        after.jobs.append(JobId{job});
    if (const auto end = nested.word("when", afterWords()))
        after.end = AfterEnd(*end);
    adoptMistake(fields, "after", nested);
}

void writeRetry(QJsonObject &object, const RetryRule &retry)
{
    const RetryRule standard;
    if (retry.count != standard.count)
        object.insert(u"retries"_qs, retry.count);
    if (retry.firstDelay != standard.firstDelay)
        object.insert(u"retry_delay"_qs, qint64(retry.firstDelay.count()));
    if (retry.growth != standard.growth)
        object.insert(u"retry_growth"_qs, retry.growth);
    if (retry.longestDelay != standard.longestDelay)
        object.insert(u"retry_delay_max"_qs, qint64(retry.longestDelay.count()));
    if (retry.jitter != standard.jitter)
        object.insert(u"retry_jitter"_qs, qint64(retry.jitter.count()));
}

void writeSuccess(QJsonObject &object, const SuccessRule &success)
{
    if (success.exitCodes != SuccessRule().exitCodes) {
        QJsonArray codes;
        for (const int code : success.exitCodes)
            codes.append(code);
        object.insert(u"success_exit_codes"_qs, codes);
    }
    if (!success.contains.isEmpty())
        object.insert(u"success_output_contains"_qs, success.contains);
    if (!success.lacks.isEmpty())
        object.insert(u"success_output_lacks"_qs, success.lacks);
}

void writeConditions(QJsonObject &object, const RunConditions &conditions)
{
    QJsonObject nested;
    if (conditions.network)
        nested.insert(u"network"_qs, true);
    if (conditions.mainsPower)
        nested.insert(u"mains_power"_qs, true);
    if (conditions.idle)
        nested.insert(u"idle"_qs, qint64(conditions.idle->count()));
    if (!nested.isEmpty())
        object.insert(u"only_if"_qs, nested);
}

void writeAfter(QJsonObject &object, const AfterRule &after)
{
    if (after.jobs.isEmpty())
        return;
    QJsonArray jobs;
    for (const JobId &job : after.jobs)
        jobs.append(job.text);
    object.insert(u"after"_qs,
                  QJsonObject{{u"jobs"_qs, jobs}, {u"when"_qs, afterWords().at(int(after.end))}});
}

} // namespace

void readRules(JsonFields &fields, Rules &rules)
{
    if (const auto overlap = fields.word("overlap", overlapWords()))
        rules.overlap = OverlapRule(*overlap);
    readCount(fields, "max_instances", 1, 1000, rules.maxInstances);
    readCount(fields, "max_queued", 1, 10'000, rules.mostQueued);
    readMissed(fields, rules);
    if (const auto timeout = fields.integer("timeout", 1, mostSeconds))
        rules.timeout = std::chrono::seconds(*timeout);
    readSeconds(fields, "stop_delay", 0, 3600, rules.stopDelay);
    readRetry(fields, rules.retry);
    rules.rerunInterrupted = fields.flag("rerun_interrupted", rules.rerunInterrupted);
    readSuccess(fields, rules.success);
    readConditions(fields, rules.conditions);
    readAfter(fields, rules.after);
    rules.queue = fields.text("queue", rules.queue);
    readCount(fields, "priority", -100, 100, rules.priority);
}

void writeRules(QJsonObject &object, const Rules &rules)
{
    const Rules standard;
    object.insert(u"max_instances"_qs, rules.maxInstances);
    object.insert(u"coalesce"_qs, rules.missed != MissedRule::RunAll);
    object.insert(u"misfire_grace_time"_qs, rules.grace ? QJsonValue(qint64(rules.grace->count()))
                                                        : QJsonValue(QJsonValue::Null));
    if (rules.overlap != standard.overlap)
        object.insert(u"overlap"_qs, overlapWords().at(int(rules.overlap)));
    if (rules.mostQueued != standard.mostQueued)
        object.insert(u"max_queued"_qs, rules.mostQueued);
    if (rules.missed == MissedRule::Skip)
        object.insert(u"missed"_qs, missedWords().at(int(rules.missed)));
    if (rules.mostCatchUps != standard.mostCatchUps)
        object.insert(u"max_catch_up"_qs, rules.mostCatchUps);
    if (rules.timeout)
        object.insert(u"timeout"_qs, qint64(rules.timeout->count()));
    if (rules.stopDelay != standard.stopDelay)
        object.insert(u"stop_delay"_qs, qint64(rules.stopDelay.count()));
    writeRetry(object, rules.retry);
    if (rules.rerunInterrupted)
        object.insert(u"rerun_interrupted"_qs, true);
    writeSuccess(object, rules.success);
    writeConditions(object, rules.conditions);
    writeAfter(object, rules.after);
    if (!rules.queue.isEmpty())
        object.insert(u"queue"_qs, rules.queue);
    if (rules.priority != standard.priority)
        object.insert(u"priority"_qs, rules.priority);
}

} // namespace carillon
