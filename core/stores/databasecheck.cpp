// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/databasecheck.h"

#include "core/stores/database.h"
#include "core/stores/databasefile.h"
#include "core/stores/migrations.h"
#include "core/stores/sqljobstore.h"
#include "core/stores/storeerrors.h"
#include "core/util/coretext.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace carillon {

namespace {

Result<> count(const Database &database, DatabaseReport &report)
{
    const auto jobs = database.number(u"select count(*) from jobs"_qs);
    if (!jobs)
        return jobs.error();
    const auto runs = database.number(u"select count(*) from runs"_qs);
    if (!runs)
        return runs.error();
    report.jobs = *jobs;
    report.runs = *runs;
    return {};
}

/// Those of an older version are read once it is upgraded.
Result<> readJobs(const Database &database, DatabaseReport &report)
{
    if (report.version < int(migrations().size()))
        return {};
    const auto jobs = SqlJobStore::load(database);
    if (!jobs)
        return jobs.error();
    report.unreadableJobs = (*jobs)->unreadable();
    return {};
}

} // namespace

Result<QStringList> findDamage(const Database &database)
{
    auto lines = database.texts(u"pragma integrity_check(20)"_qs);
    if (lines && *lines == QStringList{u"ok"_qs})
        lines->clear();
    return lines;
}

Result<DatabaseReport> checkDatabase(const QString &file)
{
    const auto inspected = inspectDatabaseFile(file, int(migrations().size()));
    if (!inspected)
        return inspected.error();
    if (!inspected->exists)
        return storeerrors::missing(file);
    const auto database = Database::open(file, {.untouched = true});
    if (!database)
        return database.error();
    DatabaseReport report;
    report.file = file;
    report.size = QFileInfo(file).size();
    report.version = inspected->version;
    const auto damage = findDamage(**database);
    if (!damage)
        return damage.error();
    report.damage = *damage;
    if (!report.isSound())
        return report;
    if (const auto counted = count(**database, report); !counted)
        return counted.error();
    if (const auto read = readJobs(**database, report); !read)
        return read.error();
    return report;
}

QString reportText(const DatabaseReport &report)
{
    const QLocale locale;
    QStringList lines{QDir::toNativeSeparators(report.file)};
    if (!report.isSound()) {
        lines.append(CoreText::tr("The database is damaged:"));
        lines.append(report.damage);
        return lines.join(u'\n');
    }
    //: %1 a number of jobs, %2 a number of runs, %3 a size such as 12 MB, %4 a version number
    lines.append(CoreText::tr("The database is sound. Jobs: %1. Runs: %2. Size: %3. "
                              "Version: %4.")
                     .arg(locale.toString(report.jobs), locale.toString(report.runs),
                          locale.formattedDataSize(report.size), QString::number(report.version)));
    for (const QString &job : report.unreadableJobs)
        lines.append(CoreText::tr("The definition of the job “%1” cannot be read.").arg(job));
    return lines.join(u'\n');
}

} // namespace carillon
