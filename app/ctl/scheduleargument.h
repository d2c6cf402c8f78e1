// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/trigger.h"
#include "core/util/result.h"

#include <QStringList>

namespace carillon::ctl {

struct Invocation;

/// A schedule as someone wrote it on the command line.
struct ReadSchedule
{
    Trigger trigger;
    Instant from;
    QString dialect = {};      ///< the cron syntax it was read in; empty: it is none
    QStringList alsoRead = {}; ///< others that accept it and mean something else by it
};

/// From the first argument and the options `dialect`, `zone` and `from`.
Result<ReadSchedule> readSchedule(const Invocation &invocation, Instant now);

/// `every 5 min`, `90s`, `1h 30m`; with or without `every`. Nothing if it is no length.
std::optional<Duration> readLength(QStringView text);

/// A line in a cron syntax (`dialect` empty: whichever is most likely), a length, a date, or a
/// trigger in JSON. The error says what is accepted.
Result<ReadSchedule> readSchedule(const QString &text, const QString &dialect, const Zone &zone,
                                  Instant now);

} // namespace carillon::ctl
