// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/jobbody.h"

#include "core/api/apioptions.h"
#include "core/jobs/funcreference.h"
#include "core/time/lenienttime.h"
#include "core/util/coretext.h"

#include <QRegularExpression>
#include <QUuid>

#include <algorithm>

namespace carillon {

namespace {

Error missingKey(const char *key)
{
    //: %1 is the key of a JSON object.
    return invalidInput(key, CoreText::tr("“%1” is missing.").arg(QString::fromLatin1(key)));
}

/// The clocks that dates of the body are on.
Zone zoneOfBody(const QJsonObject &body, const Zone &otherwise)
{
    const auto named = Zone::named(body.value(u"timezone").toString());
    return named ? *named : otherwise; // a wrong one is refused with the trigger
}

/// Dates beside the trigger, however they are written, in the form that triggers read.
Result<> straightenDates(QJsonObject &body, const TriggerContext &context)
{
    const Zone zone = zoneOfBody(body, context.zone);
    for (const QString &key : {u"run_date"_qs, u"start_date"_qs, u"end_date"_qs}) {
        const QJsonValue value = body.value(key);
        if (!value.isString())
            continue;
        const auto time = parseLenientTime(value.toString(), zone.toLocal(context.now));
        if (!time)
            return Error{ErrorCode::InvalidInput, key + u": "_qs + time.error().message, key};
        // What is exact already keeps its digits.
        if (!parseWrittenTime(value.toString()))
            body.insert(key, writtenText(*time));
    }
    return {};
}

/// 32 hex digits.
QString madeUpId()
{
    return QUuid::createUuid().toString(QUuid::Id128);
}

/// Fills in the id; refuses what no id can be.
Result<> completeId(QJsonObject &body)
{
    const QJsonValue id = body.value(u"id");
    if (id.isUndefined())
        return missingKey("id");
    if (!id.isNull() && !id.isString())
        return invalidInput("id", CoreText::tr("“id” must be text."));
    if (!id.toString().isEmpty())
        return {};
    if (id.isString() && body.value(u"name").toString().isEmpty())
        return invalidInput("id", CoreText::tr("“id” is empty; null makes one up."));
    body.insert(u"id"_qs, madeUpId());
    return {};
}

} // namespace

bool truthOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return value.toBool();
    case QJsonValue::Double: return value.toDouble() != 0;
    case QJsonValue::String: return !value.toString().isEmpty();
    case QJsonValue::Array: return !value.toArray().isEmpty();
    case QJsonValue::Object: return !value.toObject().isEmpty();
    case QJsonValue::Null:
    case QJsonValue::Undefined: break;
    }
    return false;
}

Result<QJsonObject> withInlineTrigger(QJsonObject body, const TriggerContext &context)
{
    if (const auto straightened = straightenDates(body, context); !straightened)
        return straightened.error();
    const QJsonValue trigger = body.value(u"trigger");
    if (!trigger.isObject() || trigger.toObject().contains(u"kind"))
        return body;
    QJsonObject members = trigger.toObject();
    const QJsonValue type = members.take(u"type");
    if (!type.isString() && !type.isNull() && !type.isUndefined())
        return invalidInput("trigger", CoreText::tr("trigger: “type” must be text."));
    for (auto it = members.begin(); it != members.end(); ++it)
        body.insert(it.key(), it.value());
    body.insert(u"trigger"_qs, type.toString(u"date"_qs));
    return body;
}

Result<JobEntry> jobFromBody(const QJsonObject &body, const JobContext &context)
{
    auto inlined = withInlineTrigger(body, context.trigger);
    if (!inlined)
        return inlined.error();
    QJsonObject &object = *inlined;
    for (const QString &key : {u"coalesce"_qs, u"replace_existing"_qs}) {
        if (object.contains(key))
            object.insert(key, truthOf(object.value(key)));
    }
    if (const auto completed = completeId(object); !completed)
        return completed.error();
    if (!object.contains(u"func"))
        return missingKey("func");
    if (object.value(u"next_run_time") == QJsonValue(QString()))
        return invalidInput("next_run_time", CoreText::tr("“next_run_time” is empty."));
    return jobFromJson(object, context);
}

Result<> checkPermitted(const Job &job, const ApiOptions &options)
{
    if (!options.executors.contains(job.executor)) {
        QStringList known = options.executors.keys();
        known.sort();
        return invalidInput("executor", CoreText::tr("No executor is called “%1”; there are: %2.")
                                            .arg(job.executor, known.join(u", ")));
    }
    if (options.functions.isEmpty())
        return {};
    const QString func = funcFromAction(job.action).func;
    const auto permits = [&func](const QString &pattern) {
        return QRegularExpression(QRegularExpression::wildcardToRegularExpression(pattern))
            .match(func)
            .hasMatch();
    };
    if (std::any_of(options.functions.begin(), options.functions.end(), permits))
        return {};
    return invalidInput(
        "func",
        CoreText::tr("“%1” is not among the functions that the settings permit.").arg(func));
}

} // namespace carillon
