// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/editor.h"

#include "core/util/coretext.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

namespace carillon::ctl {

namespace {

Error notWritten(const QFile &file)
{
    return {ErrorCode::NotAllowed, CoreText::tr("The file “%1” cannot be written: %2.")
                                       .arg(file.fileName(), file.errorString())};
}

Error notRead(const QFile &file)
{
    return {
        ErrorCode::NotAllowed,
        CoreText::tr("The file “%1” cannot be read: %2.").arg(file.fileName(), file.errorString())};
}

Result<> runEditor(const QString &file)
{
    const QString wanted = qEnvironmentVariable("VISUAL", qEnvironmentVariable("EDITOR", u"vi"_qs));
    QStringList command = QProcess::splitCommand(wanted) + QStringList{file};
    if (QProcess::execute(command.takeFirst(), command) == 0)
        return {};
    return Error{ErrorCode::NotAllowed,
                 CoreText::tr("The editor “%1” failed. Nothing was changed; EDITOR names another "
                              "one.")
                     .arg(wanted)};
}

} // namespace

Result<bool> editText(const QString &name, const QByteArray &text,
                      const std::function<Result<>(const QByteArray &)> &take)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return notWritten(file);
    file.close();
    if (const auto ran = runEditor(file.fileName()); !ran)
        return ran.error();
    if (!file.open(QIODevice::ReadOnly))
        return notRead(file);
    const QByteArray edited = file.readAll();
    if (edited == text)
        return false;
    const auto taken = take(edited);
    if (taken)
        return true;
    folder.setAutoRemove(false);
    Error error = taken.error();
    error.message += u' ' + CoreText::tr("What you wrote is kept in %1.")
                                .arg(QDir::toNativeSeparators(file.fileName()));
    return error;
}

} // namespace carillon::ctl
