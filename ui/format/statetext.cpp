// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/statetext.h"

#include "ui/format/durationtext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace carillon::ui {

namespace {

struct StateWords
{
    Q_DECLARE_TR_FUNCTIONS(StateText)
};

QString exitMeaning(int code)
{
    switch (code) {
    case 126: return StateWords::tr("not executable");
    case 127: return StateWords::tr("not found");
    case 130: return StateWords::tr("Ctrl+C");
    case 137: return StateWords::tr("killed");
    case 143: return StateWords::tr("terminated");
    default: return {};
    }
}

QString signalMeaning(int number)
{
    switch (number) {
    case 2: return StateWords::tr("Ctrl+C");
    case 6: return StateWords::tr("aborted");
    case 9: return StateWords::tr("killed");
    case 11: return StateWords::tr("segmentation fault");
    case 15: return StateWords::tr("terminated");
    default: return {};
    }
}

} // namespace

QString stateText(JobState state)
{
    switch (state) {
    case JobState::NeedsFixing: return StateWords::tr("Needs fixing");
    case JobState::Running: return StateWords::tr("Running");
    case JobState::Queued: return StateWords::tr("Queued");
    case JobState::Paused: return StateWords::tr("Paused");
    case JobState::Finished: return StateWords::tr("Finished");
    case JobState::Manual: return StateWords::tr("Manual");
    case JobState::Scheduled: return StateWords::tr("Scheduled");
    }
    Q_UNREACHABLE();
}

QString stateText(RunState state)
{
    switch (state) {
    case RunState::Queued: return StateWords::tr("Queued");
    case RunState::Running: return StateWords::tr("Running");
    case RunState::Success: return StateWords::tr("Success");
    case RunState::Failed: return StateWords::tr("Failed");
    case RunState::TimedOut: return StateWords::tr("Timed out");
    case RunState::Stopped: return StateWords::tr("Stopped");
    case RunState::Missed: return StateWords::tr("Missed");
    case RunState::Skipped: return StateWords::tr("Skipped");
    case RunState::Interrupted: return StateWords::tr("Interrupted");
    }
    Q_UNREACHABLE();
}

QString causeText(const Run &run)
{
    switch (run.cause) {
    case RunCause::Schedule: return StateWords::tr("Schedule", "started by");
    case RunCause::CatchUp: return StateWords::tr("Catch-up", "started by");
    case RunCause::Manual: return run.by.isEmpty() ? StateWords::tr("You", "started by") : run.by;
    case RunCause::Api:
        return run.by.isEmpty() ? StateWords::tr("API", "started by")
                                : StateWords::tr("API: %1", "started by").arg(run.by);
    case RunCause::Retry: return StateWords::tr("Retry", "started by");
    case RunCause::After: return StateWords::tr("Another job", "started by");
    case RunCause::Rerun: return StateWords::tr("Interruption", "started by");
    }
    Q_UNREACHABLE();
}

QString shortCause(const Run &run)
{
    switch (run.state) {
    case RunState::Failed:
        if (!run.outcome.exception.isEmpty())
            return run.outcome.exception.section(u':', 0, 0).section(u'.', -1);
        if (run.outcome.signal)
            return StateWords::tr("signal %1").arg(*run.outcome.signal);
        if (run.outcome.exitCode)
            return StateWords::tr("exit %1").arg(*run.outcome.exitCode);
        return {};
    case RunState::TimedOut:
        return run.started && run.ended ? durationText(*run.ended - *run.started) : QString();
    case RunState::Missed:
    case RunState::Skipped: return run.dueCount > 1 ? u"× %1"_s.arg(run.dueCount) : QString();
    default: return {};
    }
}

QString exitText(const RunOutcome &outcome)
{
    if (outcome.signal) {
        const QString meaning = signalMeaning(*outcome.signal);
        const QString text = StateWords::tr("signal %1").arg(*outcome.signal);
        return meaning.isEmpty() ? text : u"%1 (%2)"_s.arg(text, meaning);
    }
    if (!outcome.exitCode)
        return {};
    const QString meaning = exitMeaning(*outcome.exitCode);
    const QString text = QString::number(*outcome.exitCode);
    return meaning.isEmpty() ? text : u"%1 (%2)"_s.arg(text, meaning);
}

QString returnText(const RunOutcome &outcome)
{
    const QJsonValue &value = outcome.returnValue;
    if (value.isUndefined() || value.isNull())
        return {};
    // QJsonDocument writes arrays and objects only; the brackets are taken off again.
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.sliced(1, text.size() - 2));
}

std::optional<Duration> runLength(const Run &run, Instant now)
{
    if (!run.started)
        return {};
    return std::max(Duration(0), run.ended.value_or(now) - *run.started);
}

std::optional<Duration> runDelay(const Run &run)
{
    if (!run.started || !run.due)
        return {};
    return std::max(Duration(0), *run.started - *run.due);
}

} // namespace carillon::ui
