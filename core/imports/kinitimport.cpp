// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imports/kinitimport.h"

#include "core/imports/kinitschedule.h"
#include "core/triggers/cronsyntax.h"
#include "core/util/coretext.h"
#include "core/util/json.h"

#include <array>

namespace carillon {

namespace {

/// The definition within a message, or the task itself.
QJsonObject definitionIn(const QJsonObject &task)
{
    const QJsonObject message = task.value(u"task").toObject();
    if (message.isEmpty())
        return task;
    QJsonObject definition = message.value(u"job_params").toObject();
    definition.insert(u"_id"_qs, definition.take(u"name"_qs));
    definition.insert(u"exec_strategy"_qs, message.value(u"exec_strategy"));
    return definition;
}

/// As text, or as exports of MongoDB write it.
QString idOf(const QJsonObject &task)
{
    const QJsonValue id = task.value(u"_id");
    return id.isObject() ? id.toObject().value(u"$oid").toString() : id.toString();
}

void insertDates(QJsonObject &args, const QJsonObject &task)
{
    for (const QString &key : {u"start_date"_qs, u"end_date"_qs}) {
        if (const QString date = task.value(key).toString(); !date.isEmpty())
            args.insert(key, date);
    }
}

QJsonObject kinitTrigger(const QString &kind, const QJsonObject &args)
{
    return {{u"kind"_qs, kind}, {u"args"_qs, args}};
}

void setInterval(ImportEntry &entry, const QJsonObject &task, const QString &expression)
{
    const auto length = readKinitInterval(expression);
    if (!length) {
        entry.refuse(length.error().message);
        return;
    }
    QJsonObject args = *length;
    args.insert(u"timezone"_qs, kinitZone());
    insertDates(args, task);
    entry.job.insert(u"trigger"_qs, kinitTrigger(u"interval"_qs, args));
}

/// What kinit's engine makes of the fields: stars and question marks are not given.
CronTexts fieldsAsKinitRuns(const QString &expression)
{
    static constexpr std::array fields{CronField::Second, CronField::Minute, CronField::Hour,
                                       CronField::Day,    CronField::Month,  CronField::DayOfWeek,
                                       CronField::Year};
    CronTexts texts;
    const QStringList parts = expression.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < std::min<qsizetype>(parts.size(), fields.size()); ++i) {
        if (parts.at(i) != u"*" && parts.at(i) != u"?")
            texts[std::size_t(fields[std::size_t(i)])] = parts.at(i);
    }
    return texts;
}

void setCron(ImportEntry &entry, const QJsonObject &task, const QString &expression)
{
    const auto written = readCron(CronDialect::Kinit, expression);
    if (!written) {
        entry.refuse(written.error().message());
        return;
    }
    const CronTexts fields = fieldsAsKinitRuns(expression);
    const auto run = readCronFields(fields);
    QJsonObject args{{u"timezone"_qs, kinitZone()}};
    insertDates(args, task);
    if (run && !(*run == *written)) {
        for (int i = 0; i < cronFieldCount; ++i) {
            if (const auto &text = fields[std::size_t(i)])
                args.insert(cronFieldName(CronField(i)), *text);
        }
        entry.job.insert(u"trigger"_qs, kinitTrigger(u"cron"_qs, args));
        entry.notes += CoreText::tr("kinit takes the stars before the first given field for 0; it "
                                    "is imported as it runs there.");
        return;
    }
    args.insert(u"expr"_qs, expression);
    args.insert(u"dialect"_qs, u"kinit"_qs);
    entry.job.insert(u"trigger"_qs, kinitTrigger(u"expr"_qs, args));
    if (!run)
        entry.notes += CoreText::tr("kinit refuses this expression; here it runs.");
}

void setTrigger(ImportEntry &entry, const QJsonObject &task, const Zone &local)
{
    const QString strategy = task.value(u"exec_strategy").toString();
    const QString expression = task.value(u"expression").toString().simplified();
    if (strategy == u"interval") {
        setInterval(entry, task, expression);
    } else if (strategy == u"cron") {
        setCron(entry, task, expression);
    } else if (strategy == u"date") {
        entry.job.insert(u"trigger"_qs, kinitTrigger(u"date"_qs, {{u"run_date"_qs, expression},
                                                                  {u"timezone"_qs, local.id()}}));
    } else if (strategy == u"once") {
        entry.job.insert(u"trigger"_qs, u"manual"_qs);
        entry.notes += CoreText::tr("Was to run once, at once; here it runs when started.");
    } else {
        entry.refuse(CoreText::tr("The strategy “%1” is not known; one of interval, cron, date, "
                                  "once is accepted.")
                         .arg(strategy));
    }
}

ImportEntry entryFor(const QJsonObject &object, int place, const Zone &local)
{
    const QString operation = object.value(u"operation").toString(u"add_job"_qs);
    const QJsonObject task = definitionIn(object);
    const QString call = task.value(u"job_class").toString();
    ImportEntry entry{place, task.value(u"name").toString(idOf(task))};
    if (operation != u"add_job") {
        entry.refuse(CoreText::tr("“%1” adds no job.").arg(operation));
        return entry;
    }
    if (const QJsonArray args = task.value(u"args").toArray(); !args.isEmpty()) {
        entry.refuse(CoreText::tr("main() is called with arguments, which a call of a class "
                                  "cannot have here."));
        return entry;
    }
    entry.job = {{u"func"_qs, call}, {u"name"_qs, entry.source}};
    const auto insert = [&entry](const QString &key, const QString &text) {
        if (!text.isEmpty())
            entry.job.insert(key, text);
    };
    insert(u"id"_qs, idOf(task));
    insert(u"group"_qs, task.value(u"group").toString());
    insert(u"notes"_qs, task.value(u"remark").toString());
    if (!task.value(u"is_active").toBool(true))
        entry.job.insert(u"paused"_qs, true);
    setTrigger(entry, task, local);
    return entry;
}

} // namespace

Result<ImportPlan> planFromKinit(const QByteArray &json, const Zone &local)
{
    auto value = parseJson(json);
    if (!value)
        return value.error();
    if (value->toObject().contains(u"data"))
        value = value->toObject().value(u"data");
    const QJsonArray tasks = value->isArray() ? value->toArray() : QJsonArray{*value};
    ImportPlan plan;
    for (const QJsonValue &task : tasks) {
        if (!task.toObject().contains(u"exec_strategy") && !task.toObject().contains(u"task"))
            return Error{ErrorCode::InvalidInput,
                         CoreText::tr("Entry %1 is no task of kinit: “exec_strategy” is missing.")
                             .arg(plan.entries.size() + 1)};
        plan.entries.push_back(entryFor(task.toObject(), int(plan.entries.size()) + 1, local));
    }
    plan.remarks += CoreText::tr("The classes are looked up below “tasks” in the workspace of the "
                                 "profile.");
    return plan;
}

} // namespace carillon
