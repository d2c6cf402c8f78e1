// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "core/util/coretext.h"

#include <QTextStream>

namespace carillon::ctl {

ExitCode fail(const Error &error)
{
    QTextStream(stderr) << u"carillonctl: "_qs << error.message << Qt::endl;
    return exitCodeFor(error.code);
}

ExitCode failUsage(const QString &message)
{
    QTextStream(stderr) << u"carillonctl: "_qs << message << u'\n'
                        << CoreText::tr("carillonctl --help shows what is accepted.") << Qt::endl;
    return ExitCode::Usage;
}

} // namespace carillon::ctl
