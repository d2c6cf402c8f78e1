// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/storeerrors.h"

#include "core/util/coretext.h"

#include <QDir>

namespace carillon::storeerrors {

Error noSuchRun(RunId id)
{
    return {ErrorCode::NotFound, CoreText::tr("There is no run %1.").arg(id.number)};
}

Error alreadyRecorded()
{
    return {ErrorCode::Conflict,
            CoreText::tr("This due time of the job is already on record. Nothing was changed.")};
}

Error noSuchStore(const QString &alias, const QStringList &aliases)
{
    return invalidInput(
        "jobstore",
        CoreText::tr("No such job store: %1. There are: %2.").arg(alias, aliases.join(u", "_qs)));
}

Error busy(const QString &file)
{
    return {ErrorCode::StoreBusy, CoreText::tr("“%1” is locked by another program. Nothing was "
                                               "changed. Close the other program and try again.")
                                      .arg(QDir::toNativeSeparators(file))};
}

Error full(const QString &file)
{
    return {ErrorCode::StoreFull, CoreText::tr("There is no space left for “%1”. Nothing was "
                                               "changed. Free some space and try again.")
                                      .arg(QDir::toNativeSeparators(file))};
}

Error notAllowed(const QString &file, const QString &cause)
{
    return {ErrorCode::NotAllowed, CoreText::tr("“%1” cannot be opened for writing: %2. Choose "
                                                "another profile folder or change its permissions.")
                                       .arg(QDir::toNativeSeparators(file), cause)};
}

Error readOnly(const QString &file)
{
    return {ErrorCode::NotAllowed,
            CoreText::tr("“%1” is open for reading only here. Nothing was changed.")
                .arg(QDir::toNativeSeparators(file))};
}

Error missing(const QString &file)
{
    return {ErrorCode::NotFound,
            CoreText::tr("There is no job database “%1” yet.").arg(QDir::toNativeSeparators(file))};
}

Error taken(const QString &file)
{
    return {ErrorCode::Conflict, CoreText::tr("There is already a file “%1”. It was kept. Choose "
                                              "another name.")
                                     .arg(QDir::toNativeSeparators(file))};
}

Error refused(const QString &file, const QString &cause)
{
    return {ErrorCode::StoreRefused,
            CoreText::tr("The job database “%1” cannot be used. %2 It was left untouched.")
                .arg(QDir::toNativeSeparators(file), cause)};
}

Error damaged(const QString &file)
{
    return refused(file, CoreText::tr("It is damaged."));
}

Error unreadable(const QString &file)
{
    return refused(file, CoreText::tr("The disk reports an error when reading or writing it."));
}

Error newer(const QString &file)
{
    return refused(file, CoreText::tr("It was written by a newer version of Carillon."));
}

Error older(const QString &file)
{
    return refused(file, CoreText::tr("It was written by an older version of "
                                      "Carillon and has to be opened by the "
                                      "window or the server first."));
}

Error halfRestored(const QString &file)
{
    return refused(file, CoreText::tr("Restoring it was interrupted and has to be finished by the "
                                      "window or the server first."));
}

Error withAdvice(const Error &refused, const QString &copy)
{
    const QString advice =
        copy.isEmpty() ? CoreText::tr("There is no copy of it. Move it away to begin anew.")
                       : CoreText::tr("The newest copy is “%1”. Restore it, or move the database "
                                      "away to begin anew.")
                             .arg(QDir::toNativeSeparators(copy));
    return {refused.code, refused.message + u' ' + advice, refused.field};
}

Error internal(const QString &file)
{
    return {ErrorCode::Internal, CoreText::tr("“%1” could not be read or written for an "
                                              "unexpected reason, which is in the program's "
                                              "log. Nothing was changed.")
                                     .arg(QDir::toNativeSeparators(file))};
}

} // namespace carillon::storeerrors
