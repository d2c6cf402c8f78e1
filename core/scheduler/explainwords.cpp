// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/explainwords.h"

#include "core/util/coretext.h"

namespace carillon {

using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

QTime timeOfDay(Instant instant, const Zone &zone)
{
    const auto local = floor<seconds>(zone.toLocal(instant).time_since_epoch());
    const auto second = (local % hours(24) + hours(24)) % hours(24);
    return QTime(0, 0).addSecs(int(second.count()));
}

QString lengthText(Duration length)
{
    if (length < minutes(1))
        return CoreText::tr("%1 s").arg(floor<seconds>(length).count());
    if (length < hours(1))
        return CoreText::tr("%1 min").arg(floor<minutes>(length).count());
    if (length < hours(48))
        return CoreText::tr("%1 h %2 min")
            .arg(floor<hours>(length).count())
            .arg((floor<minutes>(length) % hours(1)).count(), 2, 10, QLatin1Char('0'));
    return CoreText::tr("%1 days").arg(floor<std::chrono::days>(length).count());
}

QString absenceText(Absence absence)
{
    switch (absence) {
    case Absence::None: return {};
    case Absence::Asleep: return CoreText::tr("computer asleep");
    case Absence::NotRunning: return CoreText::tr("Carillon not running");
    case Absence::SchedulerPaused: return CoreText::tr("scheduler paused");
    case Absence::ClockSet: return CoreText::tr("clock set forward");
    case Absence::Busy: return CoreText::tr("Carillon held up");
    }
    return {};
}

QString ruleText(MissedRule rule)
{
    switch (rule) {
    case MissedRule::RunOnce: return CoreText::tr("rule \"run once\"");
    case MissedRule::RunAll: return CoreText::tr("rule \"run every missed one\"");
    case MissedRule::Skip: return CoreText::tr("rule \"skip\"");
    }
    return {};
}

QString recordText(RunState state)
{
    switch (state) {
    case RunState::Queued: return CoreText::tr("waits for its turn");
    case RunState::Running: return CoreText::tr("still going on");
    case RunState::Success: return CoreText::tr("recorded as Success");
    case RunState::Failed: return CoreText::tr("recorded as Failed");
    case RunState::TimedOut: return CoreText::tr("recorded as Timed out");
    case RunState::Stopped: return CoreText::tr("recorded as Stopped");
    case RunState::Missed: return CoreText::tr("recorded as Missed");
    case RunState::Skipped: return CoreText::tr("recorded as Skipped");
    case RunState::Interrupted: return CoreText::tr("recorded as Interrupted");
    }
    return {};
}

} // namespace carillon
