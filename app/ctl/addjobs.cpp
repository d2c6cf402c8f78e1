// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/addjobs.h"

#include "app/engine.h"
#include "core/settings/settingsfile.h"
#include "core/util/coretext.h"

#include <QJsonDocument>
#include <QTemporaryDir>

namespace carillon::ctl {

Result<AddedJobs> addJobsFile(const Profile &profile, const QString &file)
{
    const SystemClock clock;
    Engine engine(clock, {profile, loadSettings(profile.settingsFile()), file, false});
    auto started = engine.start();
    started.waitForFinished();
    if (const Result<> result = started.result(); !result)
        return result.error();
    const auto imported = engine.imported();
    return AddedJobs{imported.added, imported.replaced, imported.kept};
}

Result<AddedJobs> addJobs(const Profile &profile, const QJsonArray &jobs)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"import.json"_qs));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(jobs).toJson()) < 0)
        return Error{ErrorCode::NotAllowed, CoreText::tr("The file “%1” cannot be written: %2.")
                                                .arg(file.fileName(), file.errorString())};
    file.close();
    return addJobsFile(profile, file.fileName());
}

} // namespace carillon::ctl
