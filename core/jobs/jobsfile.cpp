// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobsfile.h"

#include "core/util/coretext.h"
#include "core/util/json.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace carillon {

namespace {

Error atEntry(const QString &file, qsizetype index, const QString &id, const Error &error)
{
    const QString message =
        id.isEmpty()
            //: %1 file name, %2 number, %3 a sentence
            ? CoreText::tr("%1, entry %2: %3").arg(file).arg(index + 1).arg(error.message)
            //: %1 file name, %2 number, %3 job id, %4 a sentence
            : CoreText::tr("%1, entry %2 (“%3”): %4")
                  .arg(file)
                  .arg(index + 1)
                  .arg(id, error.message);
    return Error{error.code, message, error.field};
}

} // namespace

Result<std::vector<JobEntry>> loadJobsFile(const QString &path, const JobContext &context)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            ErrorCode::NotFound,
            CoreText::tr("Jobs file “%1” cannot be read: %2.").arg(path, file.errorString())};
    return readJobs(file.readAll(), QFileInfo(path).fileName(), context);
}

Result<std::vector<JobEntry>> readJobs(const QByteArray &json, const QString &name,
                                       const JobContext &context)
{
    const auto document = parseJson(json);
    if (!document)
        return Error{ErrorCode::InvalidInput,
                     //: %1 file name, %2 a sentence
                     CoreText::tr("%1: %2").arg(name, document.error().message)};
    if (!document->isArray())
        return Error{ErrorCode::InvalidInput,
                     CoreText::tr("%1: A jobs file is an array of job objects.").arg(name)};

    std::vector<JobEntry> entries;
    QSet<QString> ids;
    const QJsonArray array = document->toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString id = array.at(i).toObject().value(u"id").toString();
        const auto refuse = [&](const char *field, const QString &message) {
            return atEntry(name, i, id,
                           Error{ErrorCode::InvalidInput, message, QString::fromLatin1(field)});
        };
        if (!array.at(i).isObject())
            return refuse("", CoreText::tr("A job is an object."));
        auto entry = jobFromJson(array.at(i).toObject(), context);
        if (!entry)
            return atEntry(name, i, id, entry.error());
        if (entry->job.id.text.isEmpty())
            return refuse("id", CoreText::tr("“id” is missing."));
        if (ids.contains(entry->job.id.text))
            return refuse("id", CoreText::tr("This ID stands in the file twice."));
        ids.insert(entry->job.id.text);
        entries.push_back(*std::move(entry));
    }
    return entries;
}

} // namespace carillon
