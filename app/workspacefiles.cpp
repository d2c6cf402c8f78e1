// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspacefiles.h"

#include "core/util/coretext.h"

#include <QDir>
#include <QDirIterator>

namespace carillon {

Result<> copyWorkspaceOf(const QString &jobsFile, const QString &workspace)
{
    const QDir source(QFileInfo(jobsFile).absolutePath() + u"/workspace"_qs);
    const QDir target(workspace);
    QDirIterator files(source.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString copy = target.filePath(source.relativeFilePath(file));
        if (QFileInfo::exists(copy))
            continue;
        if (!QDir().mkpath(QFileInfo(copy).path()) || !QFile::copy(file, copy))
            return Error{ErrorCode::NotAllowed,
                         CoreText::tr("“%1” could not be copied to “%2”.").arg(file, copy)};
    }
    return {};
}

} // namespace carillon
