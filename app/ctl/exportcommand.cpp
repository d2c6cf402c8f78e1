// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/invocation.h"
#include "app/ctl/output.h"
#include "app/profile.h"
#include "core/imports/crontabexport.h"
#include "core/jobs/jobjson.h"
#include "core/stores/sqlstore.h"
#include "core/time/zone.h"
#include "core/util/coretext.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace carillon::ctl {

namespace {

/// The jobs by these ids, or all.
Result<std::vector<Job>> storedJobs(const Invocation &invocation)
{
    const Profile profile(invocation.value(u"profile"_qs));
    const auto store = SqlStore::open(profile.database(), SqlStore::Access::ReadOnly);
    if (!store)
        return store.error();
    std::vector<Job> jobs;
    if (invocation.arguments.isEmpty()) {
        for (const Job *job : (*store)->jobs().all())
            jobs.push_back(*job);
        return jobs;
    }
    for (const QString &id : invocation.arguments) {
        const Job *const job = (*store)->jobs().find(JobId{id});
        if (!job)
            return Error{ErrorCode::NotFound, CoreText::tr("There is no job “%1”.").arg(id)};
        jobs.push_back(*job);
    }
    return jobs;
}

QByteArray jobsFileOf(const std::vector<Job> &jobs, bool replaces, Output &output)
{
    QJsonArray array;
    for (const Job &job : jobs) {
        if (job.hasOnlyRawDefinition()) {
            output.remark(CoreText::tr("“%1” needs fixing and is left out.").arg(job.id.text));
            continue;
        }
        QJsonObject object = jobToJson(job);
        if (replaces)
            object.insert(u"replace_existing"_qs, true);
        array.append(object);
    }
    return QJsonDocument(array).toJson();
}

QByteArray crontabFileOf(const std::vector<Job> &jobs, Output &output)
{
    const CrontabExport crontab = crontabOf(jobs, Zone::system());
    if (!crontab.leftOut.isEmpty())
        output.remark(CoreText::tr("Left out, for reasons that stand in the crontab: %1.")
                          .arg(crontab.leftOut.join(u", ")));
    return crontab.text.toUtf8();
}

Result<> writeWhole(const QString &name, const QByteArray &bytes)
{
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return Error{
        file.error() == QFileDevice::ResourceError ? ErrorCode::StoreFull : ErrorCode::NotAllowed,
        CoreText::tr("The file “%1” cannot be written: %2.").arg(name, file.errorString())};
}

Result<ExitCode> exportJobs(const Invocation &invocation, Output &output)
{
    const auto jobs = storedJobs(invocation);
    if (!jobs)
        return jobs.error();
    const bool isCrontab = invocation.value(u"format"_qs) == u"crontab";
    const QByteArray bytes = isCrontab ? crontabFileOf(*jobs, output)
                                       : jobsFileOf(*jobs, invocation.has(u"replace"_qs), output);
    if (!invocation.has(u"output"_qs)) {
        if (isCrontab)
            output.printText(u"crontab"_qs, QString::fromUtf8(bytes));
        else
            output.printBytes(bytes); // is JSON
        return ExitCode::Ended;
    }
    const QString file = QDir::current().absoluteFilePath(invocation.value(u"output"_qs));
    if (const auto written = writeWhole(file, bytes); !written)
        return written.error();
    if (output.isJson())
        output.printJson(QJsonObject{{u"file"_qs, file}, {u"jobs"_qs, int(jobs->size())}});
    return ExitCode::Ended;
}

} // namespace

CommandSpec exportCommand()
{
    return {.words = {u"export"_qs},
            .summary = CoreText::tr("write jobs as a jobs file or a crontab"),
            .run = exportJobs,
            .description = CoreText::tr(
                "A jobs file says all of a job and can be imported again. A crontab holds what it "
                "has words for; the rest stands in it as comments, with the reason."),
            .arguments = {{.name = u"JOB"_qs,
                           .help = CoreText::tr("Only these jobs; else all."),
                           .need = ArgumentSpec::Need::Any,
                           .offer = Offer::Jobs}},
            .options = {{.name = u"format"_qs,
                         .help = CoreText::tr("What to write; default jobs."),
                         .value = u"NAME"_qs,
                         .accepted = {u"jobs"_qs, u"crontab"_qs}},
                        {.name = u"output"_qs,
                         .help = CoreText::tr("Write to this file, in one go."),
                         .value = u"FILE"_qs,
                         .letter = u'o',
                         .offer = Offer::Files},
                        {.name = u"replace"_qs,
                         .help = CoreText::tr("Let the jobs replace those by their IDs when they "
                                              "are imported.")}},
            .examples = {{u"export -o jobs.json"_qs, CoreText::tr("All jobs")},
                         {u"export --format crontab"_qs, CoreText::tr("What a crontab can hold")}}};
}

} // namespace carillon::ctl
