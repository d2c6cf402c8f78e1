// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/kinitmessage.h"

#include "core/api/jsonbody.h"
#include "core/jobs/callexpression.h"
#include "core/util/coretext.h"
#include "core/util/json.h"

#include <algorithm>

namespace carillon {

namespace {

constexpr qsizetype longestMessage = 1024 * 1024; // as that of a body
constexpr qsizetype longestId = 100;

Result<> checkMessageId(const QString &id)
{
    const bool isPlain = std::none_of(id.begin(), id.end(), [](QChar character) {
        return character.category() == QChar::Other_Control;
    });
    if (isPlain && id.size() <= longestId)
        return {};
    return invalidInput(
        "id", CoreText::tr("The ID of a message has at most %1 characters, none of them a control "
                           "character.")
                  .arg(longestId));
}

/// What a schedule of that strategy cannot have.
Result<> checkFitting(JsonFields &fields, const KinitSchedule &schedule)
{
    const bool isRepeated = schedule.strategy == u"interval" || schedule.strategy == u"cron";
    if (!isRepeated && !(schedule.start.isEmpty() && schedule.end.isEmpty()))
        return invalidInput(schedule.start.isEmpty() ? "end_date" : "start_date",
                            CoreText::tr("Start and end are for interval and cron only."));
    if (schedule.strategy != u"interval" && fields.has("jitter"))
        return invalidInput("jitter", CoreText::tr("“jitter” is for interval only."));
    if (!fields.array("args").isEmpty())
        return invalidInput("args", CoreText::tr("main() is called with arguments, which a call of "
                                                 "a class cannot have here."));
    return {};
}

Result<QJsonValue> readTrigger(JsonFields &fields, const KinitSchedule &schedule)
{
    const QJsonValue jitter = fields.value("jitter");
    if (const auto fits = checkFitting(fields, schedule); !fits)
        return fits.error();
    auto trigger = readKinitSchedule(schedule);
    if (!trigger || !fields.has("jitter"))
        return trigger;
    QJsonObject object = trigger->toObject();
    QJsonObject args = object.value(u"args").toObject();
    args.insert(u"jitter"_qs, jitter);
    object.insert(u"args"_qs, args);
    return QJsonValue(object);
}

/// What is done and when, which messages and forms say alike.
Result<> readWork(JsonFields &fields, const QString &strategy, KinitMessage &message)
{
    const QString call = fields.text("job_class");
    message.definition.insert(u"func"_qs, call);
    message.schedule = {strategy, fields.text("expression"), fields.text("start_date"),
                        fields.text("end_date"), fields.text("timezone", kinitZone())};
    const auto trigger = readTrigger(fields, message.schedule);
    if (const auto read = fields.finish(); !read)
        return read;
    if (const auto parsed = CallExpression::parse(call); !parsed)
        return invalidInput("job_class", parsed.error().message);
    if (!trigger)
        return trigger.error();
    message.definition.insert(u"trigger"_qs, *trigger);
    return {};
}

/// The members of `job_params`.
Result<> readDefinition(const QJsonObject &params, const QString &strategy, KinitMessage &message)
{
    JsonFields fields(params);
    message.job.text = fields.text("name");
    return readWork(fields, strategy, message);
}

Result<> readTask(const QJsonObject &task, KinitMessage &message)
{
    JsonFields fields(task);
    if (message.operation == KinitOperation::AddJob ||
        message.operation == KinitOperation::UpdateJob) {
        const QString strategy = fields.text("exec_strategy");
        const QJsonObject params = fields.object("job_params");
        if (const auto read = fields.finish(); !read)
            return read;
        if (const auto read = readDefinition(params, strategy, message); !read)
            return read;
        if (message.operation == KinitOperation::UpdateJob && message.isOnce())
            return invalidInput("exec_strategy",
                                CoreText::tr("“once” is for new jobs; run_once runs another one."));
    } else {
        message.job.text = fields.text("name");
        if (const auto read = fields.finish(); !read)
            return read;
    }
    if (message.job.text.isEmpty() && message.operation != KinitOperation::AddJob)
        return invalidInput("name", CoreText::tr("“%1” is missing.").arg(u"name"_qs));
    return {};
}

} // namespace

const QStringList &kinitOperationNames()
{
    static const QStringList names{u"add_job"_qs,    u"remove_job"_qs, u"pause_job"_qs,
                                   u"resume_job"_qs, u"run_once"_qs,   u"update_job"_qs};
    return names;
}

Result<> KinitMessage::read(const QByteArray &text)
{
    if (text.size() > longestMessage)
        return Error{ErrorCode::InvalidInput, CoreText::tr("The message is longer than 1 MiB.")};
    const auto object = readObjectBody(text);
    if (!object)
        return object.error();
    JsonFields fields(*object);
    id = fields.text("id");
    const auto word = fields.word("operation", kinitOperationNames());
    const QJsonObject task = fields.object("task");
    if (const auto read = fields.finish(); !read)
        return read;
    if (!word)
        return invalidInput("operation", CoreText::tr("“%1” is missing.").arg(u"operation"_qs));
    if (const auto checked = checkMessageId(id); !checked)
        return checked;
    operation = KinitOperation(*word);
    return readTask(task, *this);
}

Result<> KinitMessage::readForm(const QByteArray &text)
{
    const auto object = readObjectBody(text);
    if (!object)
        return object.error();
    JsonFields fields(*object);
    for (const char *key : {"_id", "create_datetime", "update_datetime", "last_run_datetime"})
        fields.value(key);
    const QString name = fields.text("name");
    definition = {{u"name"_qs, name},
                  {u"group"_qs, fields.text("group")},
                  {u"notes"_qs, fields.text("remark")},
                  {u"paused"_qs, !fields.flag("is_active", true)}};
    const QString strategy = fields.text("exec_strategy");
    if (const auto read = readWork(fields, strategy, *this); !read)
        return read;
    if (name.isEmpty())
        return invalidInput("name", CoreText::tr("A job needs a name."));
    return {};
}

} // namespace carillon
