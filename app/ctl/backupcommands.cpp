// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/invocation.h"
#include "app/ctl/longwork.h"
#include "app/ctl/output.h"
#include "app/ctl/timetext.h"
#include "app/profile.h"
#include "app/singleinstance.h"
#include "core/stores/databasecheck.h"
#include "core/stores/databasecopy.h"
#include "core/stores/restore.h"
#include "core/time/clock.h"
#include "core/time/zone.h"
#include "core/util/coretext.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace carillon::ctl {

namespace {

/// `carillon-2026-12-01-090000.db` in the current folder.
QString usualName()
{
    const QString time = toIso(SystemClock().now(), Zone::system()).left(19);
    return u"carillon-%1.db"_qs.arg(QString(time).replace(u':', QString()).replace(u'T', u'-'));
}

QJsonObject copyJson(const QFileInfo &copy)
{
    return {{u"file"_qs, copy.absoluteFilePath()},
            {u"size"_qs, copy.size()},
            {u"changed"_qs,
             toIso(Instant(std::chrono::milliseconds(copy.lastModified().toMSecsSinceEpoch())))}};
}

/// Those made every day and before upgrades.
Result<ExitCode> listCopies(const Invocation &invocation, Output &output)
{
    const Profile profile(invocation.value(u"profile"_qs));
    const QFileInfoList copies = QDir(profile.folder() + u"/backups"_qs)
                                     .entryInfoList({u"*.db"_qs}, QDir::Files, QDir::Time);
    QJsonArray json;
    Table table{{CoreText::tr("FILE"), CoreText::tr("MADE"), CoreText::tr("SIZE")}};
    for (const QFileInfo &copy : copies) {
        json.append(copyJson(copy));
        const Instant made(std::chrono::milliseconds(copy.lastModified().toMSecsSinceEpoch()));
        table.rows.append({{copy.absoluteFilePath()},
                           {timeText(made, output.terminal())},
                           {QLocale().formattedDataSize(copy.size())}});
    }
    if (output.isJson())
        output.printJson(json);
    else
        output.printTable(table);
    return ExitCode::Ended;
}

/// As far as the size of what is written so far tells.
std::optional<double> shareCopied(const QString &database, const QString &copy)
{
    const qint64 written = QFileInfo(unfinishedCopy(copy)).size();
    const qint64 whole = QFileInfo(database).size();
    return written > 0 && whole > 0 ? std::optional(double(written) / double(whole)) : std::nullopt;
}

Result<ExitCode> backUp(const Invocation &invocation, Output &output)
{
    if (invocation.has(u"list"_qs))
        return listCopies(invocation, output);
    const Profile profile(invocation.value(u"profile"_qs));
    const QString file =
        QDir::current().absoluteFilePath(invocation.arguments.value(0, usualName()));
    const auto existing = invocation.has(u"force"_qs) ? Existing::Replace : Existing::Keep;
    const auto copied = doLongWork(
        output, CoreText::tr("Copying the database …"),
        [&] { return copyDatabase(profile.database(), file, existing); },
        [&] { return shareCopied(profile.database(), file); });
    if (!copied)
        return copied.error();
    if (output.isJson())
        output.printJson(QJsonObject{{u"file"_qs, file}, {u"size"_qs, QFileInfo(file).size()}});
    else
        output.printLine(file);
    return ExitCode::Ended;
}

Result<ExitCode> restore(const Invocation &invocation, Output &output)
{
    const Profile profile(invocation.value(u"profile"_qs));
    const QString file = QDir::current().absoluteFilePath(invocation.argument(0));
    if (!QFileInfo(file).isFile())
        return Error{ErrorCode::NotFound, CoreText::tr("There is no file “%1”.").arg(file)};
    if (const auto prepared = profile.prepare(); !prepared)
        return prepared.error();
    const auto lock = ProfileLock::acquire(profile);
    if (!lock)
        return lock.error();
    QString replaced;
    const auto restored = doLongWork(output, CoreText::tr("Restoring …"), [&]() -> Result<> {
        const auto kept = restoreDatabase(file, profile.database());
        if (!kept)
            return kept.error();
        replaced = *kept;
        return {};
    });
    if (!restored)
        return restored.error();
    if (output.isJson())
        output.printJson(QJsonObject{{u"restored"_qs, file}, {u"replaced"_qs, replaced}});
    else if (replaced.isEmpty())
        output.printLine(CoreText::tr("Restored from %1.").arg(file));
    else
        output.printLine(
            CoreText::tr("Restored from %1. The database that was there is kept as %2.")
                .arg(file, replaced));
    return ExitCode::Ended;
}

QJsonObject reportJson(const DatabaseReport &report)
{
    return {{u"file"_qs, report.file},
            {u"sound"_qs, report.isSound()},
            {u"size"_qs, report.size},
            {u"version"_qs, report.version},
            {u"jobs"_qs, report.jobs},
            {u"runs"_qs, report.runs},
            {u"unreadable_jobs"_qs, QJsonArray::fromStringList(report.unreadableJobs)},
            {u"damage"_qs, QJsonArray::fromStringList(report.damage)}};
}

Result<ExitCode> check(const Invocation &invocation, Output &output)
{
    const Profile profile(invocation.value(u"profile"_qs));
    const QString file = invocation.arguments.value(0, profile.database());
    DatabaseReport report;
    const auto checked =
        doLongWork(output, CoreText::tr("Checking the database …"), [&]() -> Result<> {
            const auto looked = checkDatabase(file);
            if (!looked)
                return looked.error();
            report = *looked;
            return {};
        });
    if (!checked)
        return checked.error();
    if (output.isJson())
        output.printJson(reportJson(report));
    else
        output.printLine(reportText(report));
    return report.isSound() ? ExitCode::Ended : ExitCode::DatabaseRefused;
}

ArgumentSpec fileArgument(const QString &help, ArgumentSpec::Need need)
{
    return {.name = u"FILE"_qs, .help = help, .need = need, .offer = Offer::Files};
}

} // namespace

CommandSpec backupCommand()
{
    return {.words = {u"backup"_qs},
            .summary = CoreText::tr("copy the database, also while an engine runs"),
            .run = backUp,
            .description =
                CoreText::tr("The copy is one file and is checked. Its name is printed."),
            .arguments = {fileArgument(CoreText::tr("Where to; else carillon-<time>.db in the "
                                                    "current folder."),
                                       ArgumentSpec::Need::Optional)},
            .options = {{.name = u"force"_qs,
                         .help = CoreText::tr("Replace a file that is there."),
                         .letter = u'f'},
                        {.name = u"list"_qs,
                         .help = CoreText::tr("List the copies that were made day by day."),
                         .letter = u'l'}}};
}

CommandSpec restoreCommand()
{
    return {.words = {u"restore"_qs},
            .summary = CoreText::tr("put a copy in the place of the database"),
            .run = restore,
            .description = CoreText::tr("No engine may hold the profile. What was there is kept "
                                        "beside it, and its name is told."),
            .arguments = {fileArgument(CoreText::tr("The copy; “backup --list” names those there "
                                                    "are."),
                                       ArgumentSpec::Need::One)}};
}

CommandSpec checkCommand()
{
    return {.words = {u"check"_qs},
            .summary = CoreText::tr("look through the database, also while an engine runs"),
            .run = check,
            .description = CoreText::tr("Every page is read and every index compared. Nothing is "
                                        "changed. A damaged database gives exit code 3."),
            .arguments = {fileArgument(CoreText::tr("A copy to check instead of the profile's "
                                                    "database."),
                                       ArgumentSpec::Need::Optional)}};
}

} // namespace carillon::ctl
