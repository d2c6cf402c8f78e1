// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/jobpatch.h"

#include "core/api/jobbody.h"
#include "core/util/coretext.h"
#include "core/util/json.h"

namespace carillon {

namespace {

const QStringList &attributeNames()
{
    static const QStringList names{u"name"_qs,
                                   u"func"_qs,
                                   u"args"_qs,
                                   u"kwargs"_qs,
                                   u"python"_qs,
                                   u"group"_qs,
                                   u"tags"_qs,
                                   u"notes"_qs,
                                   u"executor"_qs,
                                   u"next_run_time"_qs,
                                   u"paused"_qs,
                                   u"max_instances"_qs,
                                   u"coalesce"_qs,
                                   u"missed"_qs,
                                   u"max_catch_up"_qs,
                                   u"misfire_grace_time"_qs,
                                   u"overlap"_qs,
                                   u"max_queued"_qs,
                                   u"timeout"_qs,
                                   u"stop_delay"_qs,
                                   u"retries"_qs,
                                   u"retry_delay"_qs,
                                   u"retry_growth"_qs,
                                   u"retry_delay_max"_qs,
                                   u"retry_jitter"_qs,
                                   u"queue"_qs,
                                   u"priority"_qs,
                                   u"rerun_interrupted"_qs,
                                   u"only_if"_qs,
                                   u"after"_qs,
                                   u"success_exit_codes"_qs,
                                   u"success_output_contains"_qs,
                                   u"success_output_lacks"_qs};
    return names;
}

/// Those that a job always has: null cannot stand for leaving them as they are.
Result<> checkNotNull(const QJsonObject &attributes)
{
    for (const char *key : {"name", "func", "args", "kwargs", "executor", "max_instances"}) {
        if (attributes.value(QLatin1String(key)).isNull())
            return invalidInput(key,
                                CoreText::tr("“%1” cannot be null.").arg(QString::fromLatin1(key)));
    }
    if (attributes.value(u"name") == QJsonValue(QString()))
        return invalidInput("name", CoreText::tr("A job needs a name."));
    if (attributes.value(u"next_run_time") == QJsonValue(QString()))
        return invalidInput("next_run_time", CoreText::tr("“next_run_time” is empty."));
    return {};
}

Error notModifiable(const QStringList &keys)
{
    return {ErrorCode::InvalidInput,
            u"The following are not modifiable attributes of Job: %1"_qs.arg(keys.join(u", ")),
            keys.first()};
}

/// The trigger of a body, read as that of a job that does nothing.
Result<Job> readPlanned(QJsonObject arguments, const JobContext &context)
{
    arguments.insert(u"id"_qs, u"patched"_qs);
    arguments.insert(u"func"_qs, u"carillon:noop"_qs);
    auto entry = jobFromJson(arguments, context);
    if (!entry)
        return entry.error();
    return std::move(entry->job);
}

Error notSupported(const QJsonValue &trigger)
{
    const QString named = trigger.isString() ? trigger.toString() : toJsonText(trigger);
    return invalidInput("trigger", u"Trigger %1 is not supported."_qs.arg(named));
}

} // namespace

Result<JobPatch> JobPatch::read(const QJsonObject &body, const JobContext &context)
{
    if (body.contains(u"id"))
        return invalidInput("id", CoreText::tr("The ID of a job cannot be changed."));
    auto inlined = withInlineTrigger(body, context.trigger);
    if (!inlined)
        return inlined.error();
    JobPatch patch;
    QJsonObject &attributes = *inlined;
    QJsonObject arguments;
    patch.m_jobStore = attributes.take(u"jobstore").toString();
    const QStringList keys = attributes.keys();
    for (const QString &key : keys) {
        if (!attributeNames().contains(key))
            arguments.insert(key, attributes.take(key));
    }
    if (attributes.contains(u"coalesce"))
        attributes.insert(u"coalesce"_qs, truthOf(attributes.value(u"coalesce")));
    const QJsonValue trigger = arguments.value(u"trigger");
    if (trigger.isString() || trigger.isObject()) {
        const bool isKnown = trigger.isObject() || trigger == QJsonValue(u"manual"_qs) ||
                             triggerKinds().contains(trigger.toString());
        if (!isKnown)
            return notSupported(trigger);
        const auto planned = readPlanned(arguments, context);
        if (!planned)
            return planned.error();
        patch.m_planned = *planned;
    } else if (!trigger.isUndefined()) {
        return notSupported(trigger);
    } else if (!arguments.isEmpty()) {
        return notModifiable(arguments.keys());
    }
    if (const auto checked = checkNotNull(attributes); !checked)
        return checked.error();
    patch.m_attributes = attributes;
    return patch;
}

Result<JobPatch::Changed> JobPatch::applied(const Job &job, const JobContext &context) const
{
    QJsonObject definition = jobToJson(job);
    definition.insert(u"trigger"_qs, u"manual"_qs); // put back below, as it is
    if (m_attributes.contains(u"coalesce") && !m_attributes.contains(u"missed"))
        definition.remove(u"missed"_qs);
    // A pause is said by next_run_time too.
    if (m_planned || m_attributes.contains(u"next_run_time"))
        definition.remove(u"paused"_qs);
    const bool keepsAction = !m_attributes.contains(u"func") && !m_attributes.contains(u"args") &&
                             !m_attributes.contains(u"kwargs") && !m_attributes.contains(u"python");
    for (auto it = m_attributes.begin(); it != m_attributes.end(); ++it)
        definition.insert(it.key(), it.value());
    const auto entry = jobFromJson(definition, {context.trigger, {}});
    if (!entry)
        return entry.error();
    Changed changed{entry->job, entry->explicitNext};
    Job &edited = changed.job;
    edited.trigger = m_planned ? m_planned->trigger : job.trigger;
    // A time that somebody chose for the old trigger is over, even if the new one is the same.
    if (m_planned && edited.trigger && !changed.next)
        changed.next = edited.trigger->initial(context.trigger.now);
    if (keepsAction)
        edited.action = job.action;
    edited.next = job.next;
    edited.problem = job.problem;
    edited.rawDefinition = job.rawDefinition;
    edited.created = job.created;
    edited.changed = job.changed;
    return changed;
}

} // namespace carillon
