// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/runrow.h"

#include "core/stores/sqlvalues.h"
#include "core/util/json.h"

#include <QJsonDocument>
#include <QSqlQuery>

namespace carillon {

using namespace sqlvalues;

namespace {

/// In the order of runs.sql: first what never changes, then the rest.
enum RunColumn {
    Id,
    JobColumn,
    JobName,
    Cause,
    Due,
    Attempt,
    State,
    Started,
    Ended,
    ExitCode,
    Signal,
    Reason,
    ReturnValue,
    Exception,
    Traceback,
    DueCount,
    LastDue,
    OutputSize,
    ProcessesEnded,
    ProcessesForced,
    Tail,
};

QVariant fromJson(const QJsonValue &value)
{
    return value.isUndefined() ? QVariant() : QVariant(toJsonText(value));
}

/// The text is any JSON value, and QJsonDocument reads only arrays and objects.
QJsonValue toJson(const QVariant &value)
{
    if (value.isNull())
        return QJsonValue::Undefined;
    const auto wrapped = QJsonDocument::fromJson('[' + value.toString().toUtf8() + ']');
    return wrapped.array().at(0);
}

/// Binds the columns from State on; `first` is the place of State in the statement.
void bindState(QSqlQuery &query, const Run &run, int first)
{
    const RunOutcome &outcome = run.outcome;
    const auto bind = [&query, first](RunColumn column, const QVariant &value) {
        query.bindValue(first + column - State, value);
    };
    bind(State, int(run.state));
    bind(Started, fromOptional(run.started));
    bind(Ended, fromOptional(run.ended));
    bind(ExitCode, fromOptional(outcome.exitCode));
    bind(Signal, fromOptional(outcome.signal));
    bind(Reason, fromText(outcome.reason));
    bind(ReturnValue, fromJson(outcome.returnValue));
    bind(Exception, fromText(outcome.exception));
    bind(Traceback, fromText(outcome.traceback));
    bind(DueCount, run.dueCount);
    bind(LastDue, fromOptional(run.lastDue));
    bind(OutputSize, run.outputSize);
    bind(ProcessesEnded, outcome.processesEnded);
    bind(ProcessesForced, outcome.processesForced);
}

RunOutcome readOutcome(const QSqlQuery &row, RunState state)
{
    RunOutcome outcome;
    if (state >= RunState::Success && state <= RunState::Stopped)
        outcome.state = state;
    outcome.exitCode = toOptionalInt(row.value(ExitCode));
    outcome.signal = toOptionalInt(row.value(Signal));
    outcome.reason = row.value(Reason).toString();
    outcome.returnValue = toJson(row.value(ReturnValue));
    outcome.exception = row.value(Exception).toString();
    outcome.traceback = row.value(Traceback).toString();
    outcome.processesEnded = row.value(ProcessesEnded).toInt();
    outcome.processesForced = row.value(ProcessesForced).toInt();
    return outcome;
}

} // namespace

Run readRun(const QSqlQuery &row)
{
    Run run;
    run.id.number = row.value(Id).toLongLong();
    run.job.text = row.value(JobColumn).toString();
    run.jobName = row.value(JobName).toString();
    run.state = RunState(row.value(State).toInt());
    run.cause = RunCause(row.value(Cause).toInt());
    run.due = toOptionalInstant(row.value(Due));
    run.attempt = row.value(Attempt).toInt();
    run.started = toOptionalInstant(row.value(Started));
    run.ended = toOptionalInstant(row.value(Ended));
    run.outcome = readOutcome(row, run.state);
    run.dueCount = row.value(DueCount).toInt();
    run.lastDue = toOptionalInstant(row.value(LastDue));
    run.outputSize = row.value(OutputSize).toLongLong();
    return run;
}

Run readRunWithTail(const QSqlQuery &row)
{
    Run run = readRun(row);
    run.tail = row.value(Tail).toByteArray();
    return run;
}

void bindNewRun(QSqlQuery &query, const Run &run)
{
    query.bindValue(Id, run.id.number);
    query.bindValue(JobColumn, run.job.text);
    query.bindValue(JobName, run.jobName.isNull() ? u""_qs : run.jobName);
    query.bindValue(Cause, int(run.cause));
    query.bindValue(Due, fromOptional(run.due));
    query.bindValue(Attempt, run.attempt);
    bindState(query, run, State);
}

void bindChangedRun(QSqlQuery &query, const Run &run)
{
    bindState(query, run, 0);
    query.bindValue(Tail - State, run.id.number);
}

} // namespace carillon
