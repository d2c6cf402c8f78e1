// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/badge.h"

#include "ui/format/statetext.h"

using namespace Qt::StringLiterals;

namespace carillon::ui {

namespace {

QString counted(const QString &word, QStringView format, int count)
{
    return count > 1 ? format.toString().arg(word).arg(count) : word;
}

} // namespace

Badge jobBadge(const JobOverview &overview)
{
    const JobState state = overview.state();
    const QString word = stateText(state);
    switch (state) {
    case JobState::NeedsFixing: return {u"state-failed"_s, word, Tone::Failure};
    case JobState::Running:
        return {u"state-running"_s, counted(word, u"%1 ×%2", overview.running), Tone::Running};
    case JobState::Queued:
        return {u"state-queued"_s, counted(word, u"%1 %2", overview.queued), Tone::Queued};
    case JobState::Paused: return {u"state-paused"_s, word, Tone::Neutral};
    case JobState::Finished: return {u"state-finished"_s, word, Tone::Neutral};
    case JobState::Manual: return {u"state-manual"_s, word, Tone::Neutral, false};
    case JobState::Scheduled: return {u"state-scheduled"_s, word, Tone::Neutral, false};
    }
    Q_UNREACHABLE();
}

Badge runBadge(RunState state)
{
    const QString word = stateText(state);
    switch (state) {
    case RunState::Queued: return {u"state-queued"_s, word, Tone::Queued};
    case RunState::Running: return {u"state-running"_s, word, Tone::Running};
    case RunState::Success: return {u"state-success"_s, word, Tone::Success};
    case RunState::Failed: return {u"state-failed"_s, word, Tone::Failure};
    case RunState::TimedOut: return {u"state-timedout"_s, word, Tone::TimedOut};
    case RunState::Stopped: return {u"state-stopped"_s, word, Tone::Neutral};
    case RunState::Missed: return {u"state-missed"_s, word, Tone::Missed};
    case RunState::Skipped: return {u"state-skipped"_s, word, Tone::Missed};
    case RunState::Interrupted: return {u"state-interrupted"_s, word, Tone::TimedOut};
    }
    Q_UNREACHABLE();
}

Badge runBadge(const Run &run)
{
    Badge badge = runBadge(run.state);
    if (const QString cause = shortCause(run); !cause.isEmpty())
        badge.word += u" · "_s + cause;
    return badge;
}

} // namespace carillon::ui
