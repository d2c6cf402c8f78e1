// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/runrow.h"

#include "core/stores/sqlvalues.h"
#include "core/util/json.h"

#include <QJsonDocument>
#include <QSqlQuery>

namespace carillon {

using namespace sqlvalues;

namespace {

/// The columns of a query, in the order of runs.sql.
enum RunColumn {
    Id,
    JobColumn,
    JobName,
    Cause,
    CausedBy,
    Source,
    Due,
    Epoch,
    Attempt,
    NotBefore,
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
    UserTime,
    SystemTime,
    PeakMemory,
    Facts,
    Process,
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

QVariant fromFacts(const Rare<RunFacts> &facts)
{
    return facts ? QVariant(QString::fromUtf8(toJsonText(runFactsToJson(*facts)))) : QVariant();
}

QVariant fromProcess(const Rare<ProcessIdentity> &process)
{
    if (!process)
        return {};
    return QString::fromUtf8(toJsonText(QJsonObject{{u"pid"_qs, process->pid},
                                                    {u"start"_qs, process->startTime},
                                                    {u"boot"_qs, process->boot}}));
}

std::optional<RunFacts> toFacts(const QVariant &value)
{
    if (value.isNull())
        return {};
    return runFactsFromJson(QJsonDocument::fromJson(value.toString().toUtf8()).object());
}

std::optional<ProcessIdentity> toProcess(const QVariant &value)
{
    if (value.isNull())
        return {};
    const QJsonObject object = QJsonDocument::fromJson(value.toString().toUtf8()).object();
    return ProcessIdentity{object[u"pid"].toInteger(), object[u"start"].toInteger(),
                           object[u"boot"].toString()};
}

QVariant fromLength(const std::optional<Duration> &length)
{
    return length ? QVariant(qint64(length->count())) : QVariant();
}

std::optional<Duration> toLength(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(Duration(value.toLongLong()));
}

/// Binds what a run is known by.
void bindIdentity(QSqlQuery &query, const Run &run)
{
    query.bindValue(u":id"_qs, run.id.number);
    query.bindValue(u":cause"_qs, int(run.cause));
    query.bindValue(u":due_at"_qs, fromOptional(run.due));
    query.bindValue(u":epoch"_qs, run.epoch);
    query.bindValue(u":attempt"_qs, run.attempt);
}

/// Of a run that has ended, or not.
void bindTimes(QSqlQuery &query, const Run &run)
{
    query.bindValue(u":state"_qs, int(run.state));
    query.bindValue(u":started_at"_qs, fromOptional(run.started));
    query.bindValue(u":ended_at"_qs, fromOptional(run.ended));
}

/// Binds what may change.
void bindState(QSqlQuery &query, const Run &run)
{
    const RunOutcome &outcome = run.outcome;
    bindTimes(query, run);
    query.bindValue(u":exit_code"_qs, fromOptional(outcome.exitCode));
    query.bindValue(u":signal"_qs, fromOptional(outcome.signal));
    query.bindValue(u":reason"_qs, fromText(outcome.reason));
    query.bindValue(u":return_value"_qs, fromJson(outcome.returnValue));
    query.bindValue(u":exception"_qs, fromText(outcome.exception));
    query.bindValue(u":traceback"_qs, fromText(outcome.traceback));
    query.bindValue(u":due_count"_qs, run.dueCount);
    query.bindValue(u":last_due_at"_qs, fromOptional(run.lastDue));
    query.bindValue(u":output_size"_qs, run.outputSize);
    query.bindValue(u":processes_ended"_qs, outcome.processesEnded);
    query.bindValue(u":processes_forced"_qs, outcome.processesForced);
    query.bindValue(u":user_time"_qs, fromLength(outcome.userTime));
    query.bindValue(u":system_time"_qs, fromLength(outcome.systemTime));
    query.bindValue(u":peak_memory"_qs, fromOptional(outcome.peakMemory));
    query.bindValue(u":facts"_qs, fromFacts(run.facts));
    query.bindValue(u":process"_qs, fromProcess(run.process));
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
    outcome.userTime = toLength(row.value(UserTime));
    outcome.systemTime = toLength(row.value(SystemTime));
    if (const QVariant peak = row.value(PeakMemory); !peak.isNull())
        outcome.peakMemory = peak.toLongLong();
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
    run.by = row.value(CausedBy).toString();
    if (const QVariant source = row.value(Source); !source.isNull())
        run.source = RunId{source.toLongLong()};
    run.due = toOptionalInstant(row.value(Due));
    run.epoch = row.value(Epoch).toInt();
    run.attempt = row.value(Attempt).toInt();
    run.notBefore = toOptionalInstant(row.value(NotBefore));
    run.started = toOptionalInstant(row.value(Started));
    run.ended = toOptionalInstant(row.value(Ended));
    run.outcome = readOutcome(row, run.state);
    run.dueCount = row.value(DueCount).toInt();
    run.lastDue = toOptionalInstant(row.value(LastDue));
    run.outputSize = row.value(OutputSize).toLongLong();
    run.facts = toFacts(row.value(Facts));
    run.process = toProcess(row.value(Process));
    return run;
}

Run readRunWithTail(const QSqlQuery &row)
{
    Run run = readRun(row);
    run.tail = row.value(Tail).toByteArray();
    return run;
}

void bindJob(QSqlQuery &query, const Standings::Reference &job, const Run &run)
{
    query.bindValue(u":job"_qs, job.number);
    query.bindValue(u":job_name"_qs, job.hasName            ? QVariant()
                                     : run.jobName.isNull() ? QVariant(u""_qs)
                                                            : QVariant(run.jobName));
}

void bindPlainNewRun(QSqlQuery &query, const Run &run)
{
    bindIdentity(query, run);
    bindTimes(query, run);
}

void bindNewRun(QSqlQuery &query, const Run &run)
{
    bindIdentity(query, run);
    query.bindValue(u":caused_by"_qs, fromText(run.by));
    query.bindValue(u":source"_qs, run.source ? QVariant(run.source->number) : QVariant());
    query.bindValue(u":not_before"_qs, fromOptional(run.notBefore));
    bindState(query, run);
}

void bindPlainRun(QSqlQuery &query, const Run &run)
{
    query.bindValue(u":id"_qs, run.id.number);
    bindTimes(query, run);
}

void bindChangedRun(QSqlQuery &query, const Run &run)
{
    query.bindValue(u":id"_qs, run.id.number);
    bindState(query, run);
}

} // namespace carillon
