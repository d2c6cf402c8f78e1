// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/runfacts.h"

#include "core/util/coretext.h"

#include <QStringList>

namespace carillon {

namespace {

// In the order of their enumerations.

const QStringList &hindranceWords()
{
    static const QStringList words{u"none"_qs,        u"too_late"_qs, u"missed_rule"_qs,
                                   u"merged"_qs,      u"too_many"_qs, u"overlap"_qs,
                                   u"queue_full"_qs,  u"replaced"_qs, u"condition"_qs,
                                   u"no_executor"_qs, u"broken"_qs};
    return words;
}

const QStringList &absenceWords()
{
    static const QStringList words{u"none"_qs,   u"asleep"_qs,    u"not_running"_qs,
                                   u"paused"_qs, u"clock_set"_qs, u"busy"_qs};
    return words;
}

const QStringList &missedRuleWords()
{
    static const QStringList words{u"once"_qs, u"all"_qs, u"skip"_qs};
    return words;
}

template <typename Enum>
Enum fromWord(const QJsonValue &word, const QStringList &words, Enum otherwise)
{
    const auto index = words.indexOf(word.toString());
    return index < 0 ? otherwise : Enum(index);
}

void insertInstant(QJsonObject &object, const QString &key, const std::optional<Instant> &instant)
{
    if (instant)
        object.insert(key, qint64(instant->time_since_epoch().count()));
}

std::optional<Instant> readInstant(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(Instant(Duration(value.toInteger()))) : std::nullopt;
}

QString conditionText(const QString &condition)
{
    if (condition == u"network")
        return CoreText::tr("There was no network.");
    if (condition == u"mains_power")
        return CoreText::tr("The computer ran on battery.");
    if (condition == u"paused")
        return CoreText::tr("The job was paused.");
    return CoreText::tr("The computer was in use.");
}

} // namespace

QJsonObject runFactsToJson(const RunFacts &facts)
{
    QJsonObject object;
    if (facts.hindrance != Hindrance::None)
        object.insert(u"hindrance"_qs, hindranceWords().at(int(facts.hindrance)));
    if (facts.other)
        object.insert(u"run"_qs, facts.other->number);
    if (!facts.detail.isEmpty())
        object.insert(u"detail"_qs, facts.detail);
    if (facts.absence != Absence::None)
        object.insert(u"absence"_qs, absenceWords().at(int(facts.absence)));
    insertInstant(object, u"absent_from"_qs, facts.absentFrom);
    insertInstant(object, u"absent_until"_qs, facts.absentUntil);
    insertInstant(object, u"noticed"_qs, facts.noticed);
    if (facts.missedRule)
        object.insert(u"missed"_qs, missedRuleWords().at(int(*facts.missedRule)));
    if (facts.grace)
        object.insert(u"grace"_qs, qint64(facts.grace->count()));
    return object;
}

RunFacts runFactsFromJson(const QJsonObject &object)
{
    RunFacts facts;
    facts.hindrance = fromWord(object[u"hindrance"], hindranceWords(), Hindrance::None);
    if (object[u"run"].isDouble())
        facts.other = RunId{object[u"run"].toInteger()};
    facts.detail = object[u"detail"].toString();
    facts.absence = fromWord(object[u"absence"], absenceWords(), Absence::None);
    facts.absentFrom = readInstant(object[u"absent_from"]);
    facts.absentUntil = readInstant(object[u"absent_until"]);
    facts.noticed = readInstant(object[u"noticed"]);
    if (object.contains(u"missed"))
        facts.missedRule = fromWord(object[u"missed"], missedRuleWords(), MissedRule::RunOnce);
    if (object[u"grace"].isDouble())
        facts.grace = std::chrono::seconds(object[u"grace"].toInteger());
    return facts;
}

QString hindranceText(const RunFacts &facts)
{
    const qint64 other = facts.other ? facts.other->number : 0;
    switch (facts.hindrance) {
    case Hindrance::None: return {};
    case Hindrance::TooLate: return CoreText::tr("Noticed too late: the allowed delay was over.");
    case Hindrance::MissedRule: return CoreText::tr("Missed runs of this job are not made up.");
    case Hindrance::Merged: return CoreText::tr("Merged into the run that was due last.");
    case Hindrance::TooMany: return CoreText::tr("Only the newest missed due times are run.");
    case Hindrance::Overlap:
        return other == 0 ? CoreText::tr("The run before it was still going on.")
                          : CoreText::tr("Run %1 was still going on.").arg(other);
    case Hindrance::QueueFull: return CoreText::tr("As many runs as allowed waited already.");
    case Hindrance::Replaced:
        return other == 0 ? CoreText::tr("A newer run took its place.")
                          : CoreText::tr("Run %1 took its place.").arg(other);
    case Hindrance::Condition: return conditionText(facts.detail);
    case Hindrance::NoExecutor:
        return CoreText::tr("No executor is called “%1”.").arg(facts.detail);
    case Hindrance::Broken: return facts.detail;
    }
    return {};
}

} // namespace carillon
