// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobjson.h"

#include "core/jobs/funcreference.h"
#include "core/jobs/pythonjson.h"
#include "core/jobs/rulesjson.h"
#include "core/util/coretext.h"
#include "core/util/json.h"

namespace carillon {

namespace {

/// The trigger's kind and arguments, from whichever of its three forms; arguments of the inline
/// form are the keys that nobody else has asked for.
Result<std::optional<Trigger>> readTrigger(JsonFields &fields, const TriggerContext &context)
{
    const QJsonValue form = fields.value("trigger");
    QString kind = u"date"_qs; // the contract's default: once, now
    QJsonObject args;
    if (form.isString() || form.isNull() || form.isUndefined()) {
        kind = form.toString(kind);
        args = fields.rest();
    } else if (form.isObject()) {
        args = form.toObject();
        if (args.contains(u"kind")) {
            JsonFields nested(args);
            kind = nested.text("kind");
            args = nested.object("args");
            if (const auto read = nested.finish(); !read)
                return Error{ErrorCode::InvalidInput,
                             CoreText::tr("trigger: %1").arg(read.error().message), u"trigger"_qs};
        } else {
            kind = args.take(u"type").toString(kind);
        }
    } else {
        return Error{ErrorCode::InvalidInput,
                     CoreText::tr("“trigger” must be one of %1, manual or an object.")
                         .arg(triggerKinds().join(u", ")),
                     u"trigger"_qs};
    }
    if (kind == u"manual") {
        if (!args.isEmpty())
            return Error{
                ErrorCode::InvalidInput,
                CoreText::tr("“%1” is not known here; a manual job has no trigger arguments.")
                    .arg(args.begin().key()),
                args.begin().key()};
        return std::optional<Trigger>();
    }
    const auto trigger = triggerFromJson(kind, args, context);
    if (!trigger)
        return trigger.error();
    return std::optional(*trigger);
}

Result<Action> readAction(JsonFields &fields)
{
    FuncReference reference;
    reference.func = fields.text("func");
    reference.args = fields.array("args");
    reference.kwargs = fields.object("kwargs");
    const QJsonObject python = fields.object("python");
    if (reference.func.isEmpty())
        return Error{ErrorCode::InvalidInput,
                     CoreText::tr("“func” is missing: what should the job do?"), u"func"_qs};
    auto action = actionFromFunc(reference);
    if (!action)
        return action;
    if (const auto read = readPython(python, *action); !read)
        return read.error();
    return action;
}

} // namespace

Result<JobEntry> jobFromJson(const QJsonObject &object, const JobContext &context)
{
    JsonFields fields(object);
    JobEntry entry;
    Job &job = entry.job;
    job.id.text = fields.text("id");
    job.name = fields.text("name");
    if (job.name.isEmpty())
        job.name = job.id.text;
    job.group = fields.text("group");
    job.tags = fields.texts("tags");
    job.notes = fields.text("notes");
    job.executor = fields.text("executor", u"default"_qs);
    job.jobStore = fields.text("jobstore", u"default"_qs);
    entry.replaceExisting = fields.flag("replace_existing", false);
    job.rules = context.defaults;
    readRules(fields, job.rules);
    job.paused = fields.flag("paused", fields.value("next_run_time").isNull());
    if (const QString next = fields.text("next_run_time"); !next.isEmpty()) {
        const auto instant = parseInstant(next, context.trigger.zone);
        if (!instant)
            return Error{ErrorCode::InvalidInput,
                         CoreText::tr("next_run_time: %1").arg(instant.error().message),
                         u"next_run_time"_qs};
        entry.explicitNext = *instant;
    }
    const auto action = readAction(fields);
    const auto trigger = readTrigger(fields, context.trigger);
    if (const auto read = fields.finish(); !read)
        return read.error();
    if (!action)
        return action.error();
    if (!trigger)
        return trigger.error();
    job.action = *action;
    job.trigger = *trigger;
    entry.source = object;
    return entry;
}

QJsonObject jobToJson(const Job &job)
{
    const FuncReference reference = funcFromAction(job.action);
    QJsonObject object{{u"id"_qs, job.id.text},
                       {u"name"_qs, job.name},
                       {u"func"_qs, reference.func},
                       {u"args"_qs, reference.args},
                       {u"kwargs"_qs, reference.kwargs}};
    if (const QJsonObject python = pythonToJson(job.action); !python.isEmpty())
        object.insert(u"python"_qs, python);
    if (job.trigger)
        object.insert(u"trigger"_qs, QJsonObject{{u"kind"_qs, triggerKind(*job.trigger)},
                                                 {u"args"_qs, triggerArgs(*job.trigger)}});
    else
        object.insert(u"trigger"_qs, u"manual"_qs);
    writeRules(object, job.rules);
    if (job.executor != u"default")
        object.insert(u"executor"_qs, job.executor);
    if (job.jobStore != u"default")
        object.insert(u"jobstore"_qs, job.jobStore);
    if (!job.group.isEmpty())
        object.insert(u"group"_qs, job.group);
    if (!job.tags.isEmpty())
        object.insert(u"tags"_qs, QJsonArray::fromStringList(job.tags));
    if (!job.notes.isEmpty())
        object.insert(u"notes"_qs, job.notes);
    if (job.paused)
        object.insert(u"paused"_qs, true);
    return object;
}

} // namespace carillon
