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

} // namespace

QStringList runHead(const Run &run, const TimeView &view)
{
    if (!run.started)
        return {};
    const QString at = clockTime(*run.started, view.zone);
    if (!run.due)
        return {at + u"  "_s + RunWords::tr("Started by hand")};
    const QString due = clockTime(*run.due, view.zone);
    if (run.cause == RunCause::CatchUp)
        return {at + u"  "_s + RunWords::tr("Started late to catch up, due at %1").arg(due)};
    return {at + u"  "_s + RunWords::tr("Started by its schedule, due at %1").arg(due)};
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
