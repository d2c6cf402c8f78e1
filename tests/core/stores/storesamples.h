// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "core/jobs/run.h"
#include "core/stores/store.h"

#include <QTest>

/// Jobs and runs to put into stores. Times are seconds after 2026-11-20T00:00:00Z.
namespace carillon::samples {

inline Instant at(double seconds)
{
    const auto day = std::chrono::sys_days(std::chrono::year(2026) / 11 / 20);
    return day + Duration(qint64(seconds * 1'000'000));
}

inline Job job(const QString &id, std::optional<Instant> next = {})
{
    Job job;
    job.id.text = id;
    job.name = u"Job "_qs + id;
    job.trigger = IntervalTrigger::create(at(0), std::chrono::hours(1)).value();
    job.next = next;
    job.created = at(1);
    job.changed = at(2);
    return job;
}

/// Every field that a job can have, filled in.
inline Job fullJob()
{
    Job job = samples::job(u"nächtlich \"'; drop table jobs; --"_qs, at(7200.000001));
    job.group = u"备份"_qs;
    job.tags = QStringList{u"a"_qs, u"b c"_qs};
    job.notes = u"two\nlines"_qs;
    job.trigger = DateTrigger(at(7200.000001), Zone::fixed(std::chrono::hours(8)));
    job.action = CommandAction{u"/bin/echo"_qs, {u"x y"_qs, u"z"_qs}};
    job.rules.maxInstances = 3;
    job.rules.missed = MissedRule::RunAll;
    job.rules.grace = std::nullopt;
    job.rules.timeout = std::chrono::seconds(90);
    job.executor = u"processpool"_qs;
    return job;
}

inline Run run(qint64 id, const QString &job, std::optional<Instant> due = {},
               RunState state = RunState::Queued)
{
    Run run;
    run.id.number = id;
    run.job.text = job;
    run.jobName = u"Job "_qs + job;
    run.due = due;
    run.state = state;
    return run;
}

inline Run finishedRun(qint64 id, const QString &job)
{
    Run run = samples::run(id, job, at(3600), RunState::Failed);
    run.cause = RunCause::CatchUp;
    run.by = u"müller"_qs;
    run.source = RunId{3};
    run.epoch = 1;
    run.attempt = 2;
    run.notBefore = at(3600.1);
    run.process = ProcessIdentity{4711, 123'456'789, u"b00t"_qs};
    run.facts = RunFacts{.hindrance = Hindrance::Overlap,
                         .other = RunId{2},
                         .detail = u"ein „Wort“"_qs,
                         .absence = Absence::Asleep,
                         .absentFrom = at(10.5),
                         .absentUntil = at(20),
                         .noticed = at(21),
                         .missedRule = MissedRule::RunAll,
                         .grace = std::chrono::seconds(60)};
    run.started = at(3600.25);
    run.ended = at(3661.5);
    run.outcome.state = RunState::Failed;
    run.outcome.exitCode = 3;
    run.outcome.signal = 15;
    run.outcome.reason = u"It “failed”."_qs;
    run.outcome.returnValue =
        QJsonObject{{u"count"_qs, qint64(9007199254740993)}, {u"ok"_qs, false}};
    run.outcome.exception = u"ValueError: 坏"_qs;
    run.outcome.traceback = u"Traceback\n  line"_qs;
    run.outcome.processesEnded = 4;
    run.outcome.processesForced = 1;
    run.outcome.userTime = Duration(1'500'000);
    run.outcome.systemTime = Duration(7);
    run.outcome.peakMemory = 123'456'789'012;
    run.outputSize = 123'456'789'012;
    return run;
}

/// Commits and says whether that worked.
inline bool commit(Store &store, const Changes &changes)
{
    const auto committed = store.commit(changes);
    if (!committed)
        qWarning("%s", qPrintable(committed.error().message));
    return committed.has_value();
}

inline QStringList ids(const std::vector<const Job *> &jobs)
{
    QStringList ids;
    for (const Job *job : jobs)
        ids.append(job->id.text);
    return ids;
}

inline QList<qint64> numbers(const Result<std::vector<Run>> &runs)
{
    QList<qint64> numbers;
    if (runs) {
        for (const Run &run : *runs)
            numbers.append(run.id.number);
    }
    return numbers;
}

} // namespace carillon::samples
