// SPDX-License-Identifier: GPL-3.0-or-later

/// Answers questions about triggers, one JSON object a line, for comparison with other programs.
///
/// `{"id": …, "kind": …, "args": {…}, "now": …, "count": n}` asks for up to n firings in a row and
/// is answered `{"id": …, "fires": […]}`, null once there are no more. With `"probe": [{"prev": …,
/// "now": …}, …]` instead of now it asks for one time after each of those previous firings:
/// `{"id": …, "next": […]}`. What cannot be answered gets `{"id": …, "error": text}`.

#include "core/triggers/triggerjson.h"
#include "core/util/json.h"

#include <iostream>
#include <string>

using namespace carillon;

namespace {

Result<std::optional<Instant>> readInstant(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return std::optional<Instant>();
    const auto instant = parseInstant(value.toString(), Zone::utc());
    if (!instant)
        return instant.error();
    return std::optional(*instant);
}

QJsonValue shown(const Trigger &trigger, std::optional<Instant> instant)
{
    return instant ? QJsonValue(toIso(*instant, trigger.zoneAt(*instant))) : QJsonValue();
}

QJsonArray fires(const Trigger &trigger, Instant now, qint64 count)
{
    QJsonArray answers;
    auto next = trigger.initial(now);
    while (answers.size() < count) {
        answers.append(shown(trigger, next));
        if (!next)
            break;
        next = trigger.first(*next + Duration(1));
    }
    return answers;
}

Result<QJsonArray> nexts(const Trigger &trigger, const QJsonArray &probes)
{
    QJsonArray answers;
    for (const QJsonValue &probe : probes) {
        const auto previous = readInstant(probe.toObject().value(u"prev"));
        if (!previous)
            return previous.error();
        const auto now = readInstant(probe.toObject().value(u"now"));
        if (!now)
            return now.error();
        if (!*previous && !*now)
            return Error{ErrorCode::InvalidInput, u"now: missing"_qs};
        answers.append(shown(trigger, *previous ? trigger.first(**previous + Duration(1))
                                                : trigger.initial(**now)));
    }
    return answers;
}

Result<QJsonObject> answer(const QJsonObject &question)
{
    const auto now = readInstant(question.value(u"now"));
    if (!now)
        return now.error();
    const bool probing = question.value(u"probe").isArray();
    if (!probing && !*now)
        return Error{ErrorCode::InvalidInput, u"now: missing"_qs};
    const TriggerContext context{now->value_or(Instant()), Zone::system()};
    const auto trigger = triggerFromJson(question.value(u"kind").toString(),
                                         question.value(u"args").toObject(), context);
    if (!trigger)
        return trigger.error();
    if (!probing) {
        const qint64 count = question.value(u"count").toInteger(1);
        return QJsonObject{{u"fires"_qs, fires(*trigger, **now, count)}};
    }
    const auto found = nexts(*trigger, question.value(u"probe").toArray());
    if (!found)
        return found.error();
    return QJsonObject{{u"next"_qs, *found}};
}

QJsonObject answerLine(const QByteArray &line)
{
    const auto question = parseJson(line);
    if (!question)
        return {{u"id"_qs, QJsonValue()}, {u"error"_qs, question.error().message}};
    const auto found = answer(question->toObject());
    QJsonObject result = found ? *found : QJsonObject{{u"error"_qs, found.error().message}};
    result.insert(u"id"_qs, question->toObject().value(u"id"));
    return result;
}

} // namespace

int main()
{
    std::string line;
    while (std::getline(std::cin, line)) {
        const QByteArray answered = toJsonText(answerLine(QByteArray::fromStdString(line)));
        std::cout << answered.constData() << std::endl; // the asker waits for the line
    }
}
