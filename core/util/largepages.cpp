// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/largepages.h"

#include <QByteArray>
#include <QFile>

#ifdef __GLIBC__
#include <unistd.h>
#endif

namespace carillon {

#ifdef __GLIBC__

namespace {

constexpr char tunables[] = "GLIBC_TUNABLES";
constexpr char setting[] = "glibc.malloc.hugetlb=1";

/// https://docs.kernel.org/admin-guide/mm/transhuge.html
bool givesLargePagesIfAsked()
{
    QFile file(QStringLiteral("/sys/kernel/mm/transparent_hugepage/enabled"));
    return file.open(QIODevice::ReadOnly) && file.readAll().contains("[madvise]");
}

} // namespace

void takeLargePages(char **arguments)
{
    const QByteArray given = qgetenv(tunables);
    if (given.endsWith(setting)) { // the second start; jobs shall not inherit it
        QByteArray before = given.chopped(qsizetype(sizeof(setting) - 1));
        if (before.endsWith(':'))
            before.chop(1);
        before.isEmpty() ? qunsetenv(tunables) : qputenv(tunables, before);
        return;
    }
    if (given.contains("glibc.malloc.hugetlb") || !givesLargePagesIfAsked())
        return;
    qputenv(tunables, given.isEmpty() ? QByteArray(setting) : given + ':' + setting);
    const QString program = QFile::symLinkTarget(QStringLiteral("/proc/self/exe"));
    ::execv(QFile::encodeName(program).constData(), arguments); // by its name, as ps shows it
    // Not to be had: as it was.
    given.isEmpty() ? qunsetenv(tunables) : qputenv(tunables, given);
}

#else

void takeLargePages(char **) {}

#endif

} // namespace carillon
