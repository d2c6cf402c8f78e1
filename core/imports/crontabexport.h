// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <QStringList>

#include <vector>

namespace carillon {

/// Jobs as a crontab. What cannot be said there stands in it as a comment, with the reason.
struct CrontabExport
{
    QString text;
    int written = 0;
    QStringList leftOut = {}; ///< ids
};

/// `home` is the zone that needs no CRON_TZ.
CrontabExport crontabOf(const std::vector<Job> &jobs, const Zone &home);

/// A command line for a POSIX shell that is the words, each as it stands.
QString shellLine(const QStringList &words);

} // namespace carillon
