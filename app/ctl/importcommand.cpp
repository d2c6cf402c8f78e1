// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/addjobs.h"
#include "app/ctl/commands.h"
#include "app/ctl/importsource.h"
#include "app/ctl/invocation.h"
#include "app/ctl/longwork.h"
#include "app/ctl/output.h"
#include "core/jobs/jobjson.h"
#include "core/time/clock.h"
#include "core/triggers/scheduletext.h"
#include "core/util/coretext.h"

#include <QJsonArray>

namespace carillon::ctl {

namespace {

Tone toneOf(ImportFit fit)
{
    switch (fit) {
    case ImportFit::Exact: return Tone::Good;
    case ImportFit::WithNotes: return Tone::Warning;
    case ImportFit::Impossible: break;
    }
    return Tone::Bad;
}

QString scheduleOf(const ImportEntry &entry, const JobContext &context)
{
    const auto read = jobFromJson(entry.job, context);
    return read ? scheduleText(read->job.trigger, QLocale(), Zone::system()) : entry.source;
}

void printPlan(const ImportPlan &plan, const JobContext &context, Output &output)
{
    Table table{{CoreText::tr("LINE"), CoreText::tr("FIT"), CoreText::tr("ID"),
                 CoreText::tr("SCHEDULE"), CoreText::tr("NOTES")}};
    for (const ImportEntry &entry : plan.entries)
        table.rows.append({{QString::number(entry.place)},
                           {importFitWord(entry.fit()), toneOf(entry.fit())},
                           {entry.job.value(u"id").toString(u"-"_qs)},
                           {scheduleOf(entry, context)},
                           {entry.notes.join(u' ')}});
    output.printTable(table);
    for (const QString &remark : plan.remarks)
        output.remark(remark);
}

QJsonObject planJson(const ImportSource &source)
{
    QJsonArray entries;
    for (const ImportEntry &entry : source.plan.entries) {
        QJsonObject object{{u"place"_qs, entry.place},
                           {u"source"_qs, entry.source},
                           {u"fit"_qs, importFitWord(entry.fit())},
                           {u"notes"_qs, QJsonArray::fromStringList(entry.notes)}};
        if (entry.fit() != ImportFit::Impossible)
            object.insert(u"job"_qs, entry.job);
        entries.append(object);
    }
    return {{u"format"_qs, importFormatNames().at(int(source.format))},
            {u"entries"_qs, entries},
            {u"remarks"_qs, QJsonArray::fromStringList(source.plan.remarks)}};
}

/// The jobs of the plan as they shall arrive.
QJsonArray jobsToAdd(const ImportSource &source, const Invocation &invocation)
{
    const bool isOurs = source.format == ImportFormat::Jobs;
    const bool pauses = invocation.has(u"paused"_qs) || (!isOurs && !invocation.has(u"active"_qs));
    QJsonArray jobs;
    for (const ImportEntry &entry : source.plan.entries) {
        if (entry.fit() == ImportFit::Impossible)
            continue;
        QJsonObject job = entry.job;
        if (pauses)
            job.insert(u"paused"_qs, true);
        if (invocation.has(u"replace"_qs))
            job.insert(u"replace_existing"_qs, true);
        jobs.append(job);
    }
    return jobs;
}

void sumUp(const ImportPlan &plan, Output &output)
{
    output.remark(CoreText::tr("%1 exact, %2 with notes, %3 impossible. Nothing was imported; "
                               "--apply imports what is possible.")
                      .arg(plan.count(ImportFit::Exact))
                      .arg(plan.count(ImportFit::WithNotes))
                      .arg(plan.count(ImportFit::Impossible)));
}

Result<ExitCode> tellAdded(const AddedJobs &added, const ImportSource &source, Output &output)
{
    for (const auto &[id, error] : added.refused)
        output.remark(u"carillonctl: %1: %2"_qs.arg(id, error.message));
    const ExitCode ending = added.refused.empty() ? ExitCode::Ended : ExitCode::Failed;
    if (output.isJson()) {
        QJsonObject object = planJson(source);
        object.insert(u"added"_qs, added.added);
        object.insert(u"replaced"_qs, added.replaced);
        object.insert(u"kept"_qs, added.kept);
        output.printJson(object);
        return ending;
    }
    output.printLine(CoreText::tr("%1 jobs added, %2 replaced, %3 left as they were.")
                         .arg(added.added)
                         .arg(added.replaced)
                         .arg(added.kept));
    const int left = source.plan.count(ImportFit::Impossible);
    if (left > 0)
        output.remark(CoreText::tr("%1 were impossible and are left out.").arg(left));
    return ending;
}

Result<ExitCode> import(const Invocation &invocation, Output &output)
{
    const SystemClock clock;
    const JobContext context{{clock.now(), Zone::system()}};
    const QString file = invocation.argument(0);
    const auto source = readImportSource(invocation, context);
    if (!source)
        return source.error();
    const bool isOurs = source->format == ImportFormat::Jobs;
    const bool isTrial = invocation.has(u"dry-run"_qs) || (!isOurs && !invocation.has(u"apply"_qs));
    if (isTrial) {
        if (output.isJson()) {
            output.printJson(planJson(*source));
        } else {
            printPlan(source->plan, context, output);
            sumUp(source->plan, output);
        }
        return ExitCode::Ended;
    }
    const bool isPlain =
        isOurs && file != u"-" && !invocation.has(u"paused"_qs) && !invocation.has(u"replace"_qs);
    if (!isOurs && !output.isJson())
        printPlan(source->plan, context, output);
    const Profile profile(invocation.value(u"profile"_qs));
    // A jobs file as it stands: its mistakes are told by entry, and it is all or nothing.
    Progress progress(output, CoreText::tr("Adding jobs …"));
    const TellAdded tell = [&progress](int done, int all) { progress.tell(double(done) / all); };
    const auto added = isPlain ? addJobsFile(profile, file, tell)
                               : addJobs(profile, jobsToAdd(*source, invocation), tell);
    return added ? tellAdded(*added, *source, output) : added.error();
}

} // namespace

CommandSpec importCommand()
{
    return {
        .words = {u"import"_qs},
        .summary = CoreText::tr("add the jobs of a file, a crontab or another scheduler"),
        .run = import,
        .description = CoreText::tr(
            "A jobs file of our own is added as it stands, all of it or nothing. From elsewhere, "
            "it is first said what becomes of each line: exact, with notes, or impossible; with "
            "--apply, what is possible is added, paused unless --active says otherwise. What is "
            "read is never changed.\n\n"
            "A job whose ID is taken is left as it is, unless the job or --replace says "
            "otherwise."),
        .arguments = {{.name = u"FILE"_qs,
                       .help = CoreText::tr("A jobs file (a JSON array of jobs), a crontab, tasks "
                                            "of kinit as JSON, - for the standard input, or the "
                                            "address of flask-apscheduler's API."),
                       .offer = Offer::Files}},
        .options = {{.name = u"format"_qs,
                     .help = CoreText::tr("What it is, if that is not plain to see."),
                     .value = u"NAME"_qs,
                     .accepted = importFormatNames()},
                    {.name = u"dry-run"_qs,
                     .help = CoreText::tr("Only say what would become of it."),
                     .letter = u'n'},
                    {.name = u"apply"_qs, .help = CoreText::tr("Add what is possible.")},
                    {.name = u"paused"_qs, .help = CoreText::tr("Add all jobs paused.")},
                    {.name = u"active"_qs,
                     .help = CoreText::tr("Do not pause what comes from elsewhere.")},
                    {.name = u"replace"_qs,
                     .help = CoreText::tr("Replace jobs whose ID is taken.")},
                    {.name = u"system"_qs,
                     .help = CoreText::tr("The crontab has a column of users, as /etc/crontab.")},
                    {.name = u"user"_qs,
                     .help = CoreText::tr("The login of the address."),
                     .value = u"NAME"_qs},
                    {.name = u"password-file"_qs,
                     .help = CoreText::tr("A file with the password of the address."),
                     .value = u"FILE"_qs,
                     .offer = Offer::Files}},
        .examples = {{u"import jobs.json"_qs, CoreText::tr("A jobs file")},
                     {u"import my.crontab"_qs, CoreText::tr("What would become of a crontab")},
                     {u"import http://127.0.0.1:5000/scheduler --apply"_qs,
                      CoreText::tr("The jobs of flask-apscheduler, paused")}}};
}

} // namespace carillon::ctl
