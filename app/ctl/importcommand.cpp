// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/engine.h"
#include "core/settings/settingsfile.h"
#include "core/util/coretext.h"

#include <QFileInfo>
#include <QTextStream>

namespace carillon::ctl {

ExitCode import(const CommandLine &line)
{
    const QString file = line.words.at(1);
    if (!QFileInfo(file).isFile())
        return fail({ErrorCode::NotFound, CoreText::tr("There is no file “%1”.").arg(file)});
    const Profile profile(line.profile);
    const SystemClock clock;
    Engine engine(clock, {profile, loadSettings(profile.settingsFile()), file, false});
    auto started = engine.start();
    started.waitForFinished();
    if (const Result<> result = started.result(); !result)
        return fail(result.error());
    const auto imported = engine.imported();
    QTextStream(stdout) << CoreText::tr("%1 jobs added, %2 replaced, %3 left as they were.")
                               .arg(imported.added)
                               .arg(imported.replaced)
                               .arg(imported.kept)
                        << Qt::endl;
    return ExitCode::Ended;
}

} // namespace carillon::ctl
