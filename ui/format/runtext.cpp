// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/runtext.h"

#include "ui/format/durationtext.h"
#include "ui/format/relativetime.h"
#include "ui/format/statetext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace carillon::ui {

namespace {

struct RunWords
{
    Q_DECLARE_TR_FUNCTIONS(RunText)
};

QString endLine(const Run &run, const TimeView &view)
{
    QStringList facts{stateText(run.state)};
    if (const QString exit = exitText(run.outcome); !exit.isEmpty())
        facts << RunWords::tr("exit code %1").arg(exit);
    if (const auto length = runLength(run, view.now))
        facts << durationText(*length);
    if (run.outcome.processesForced > 0)
        facts << RunWords::tr("%n process(es) ended by force", "", run.outcome.processesForced);
    return clockTime(*run.ended, view.zone) + u"  "_s + facts.join(u" · "_s);
}

/// How the run came to start.
QString startSentence(const Run &run, const TimeView &view)
{
    const qint64 source = run.source ? run.source->number : 0;
    const QString due = run.due ? clockTime(*run.due, view.zone) : QString();
    switch (run.cause) {
    case RunCause::Schedule: return RunWords::tr("Started by its schedule, due at %1").arg(due);
    case RunCause::CatchUp: return RunWords::tr("Started late to catch up, due at %1").arg(due);
    case RunCause::Manual:
        return run.by.isEmpty() ? RunWords::tr("Started by hand")
                                : RunWords::tr("Started by hand (%1)").arg(run.by);
    case RunCause::Api:
        return run.by.isEmpty() ? RunWords::tr("Started through the API")
                                : RunWords::tr("Started through the API (%1)").arg(run.by);
    case RunCause::Retry:
        return RunWords::tr("Attempt %1, because run %2 failed").arg(run.attempt).arg(source);
    case RunCause::After: return RunWords::tr("Started because run %1 had ended").arg(source);
    case RunCause::Rerun:
        return RunWords::tr("Started again because run %1 was interrupted").arg(source);
    }
    Q_UNREACHABLE();
}

} // namespace

QStringList runHead(const Run &run, const TimeView &view)
{
    if (!run.started)
        return {};
    return {clockTime(*run.started, view.zone) + u"  "_s + startSentence(run, view)};
}

QStringList runFoot(const Run &run, const TimeView &view)
{
    if (run.isActive() || !run.ended)
        return {};
    QStringList lines{endLine(run, view)};
    const RunOutcome &outcome = run.outcome;
    if (!outcome.reason.isEmpty())
        lines << outcome.reason.first(1).toUpper() + outcome.reason.sliced(1);
    if (!outcome.traceback.isEmpty())
        lines << outcome.traceback.trimmed().split(u'\n');
    else if (!outcome.exception.isEmpty())
        lines << outcome.exception.split(u'\n');
    if (const QString value = returnText(outcome); !value.isEmpty())
        lines << RunWords::tr("Returned %1").arg(value);
    return lines;
}

QString noOutputText(const Run &run, const TimeView &view)
{
    switch (run.state) {
    case RunState::Queued: return RunWords::tr("This run is waiting to start.");
    case RunState::Running: return RunWords::tr("The program has written no output yet.");
    case RunState::Missed: return RunWords::tr("This due time was missed; nothing ran.");
    case RunState::Skipped: return RunWords::tr("This due time was skipped; nothing ran.");
    default: break;
    }
    const auto length = runLength(run, view.now);
    if (!length)
        return RunWords::tr("This run never started.");
    if (run.outcome.exitCode)
        return RunWords::tr("The program wrote no output (exit %1, %2).")
            .arg(QString::number(*run.outcome.exitCode), durationText(*length));
    return RunWords::tr("The program wrote no output (%1).").arg(durationText(*length));
}

} // namespace carillon::ui
