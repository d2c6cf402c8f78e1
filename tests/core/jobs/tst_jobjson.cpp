// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobjson.h"
#include "core/jobs/runjson.h"
#include "core/util/json.h"
#include "support/jobbuilder.h"

#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const JobContext context{{utc("2024-05-06T09:00Z"), Zone::utc()}};

Result<JobEntry> read(const QByteArray &json)
{
    return jobFromJson(parseJson(json).value().toObject(), context);
}

} // namespace

class TestJobJson : public QObject
{
    Q_OBJECT

private slots:
    void readsEachFormOfATrigger_data();
    void readsEachFormOfATrigger();
    void readsTheContractsDefaults();
    void readsRules_data();
    void readsRules();
    void readsWhatIsSaidAboutStoring();
    void survivesTheRoundTrip_data();
    void survivesTheRoundTrip();
    void refuses_data();
    void refuses();
    void writesRuns();
};

void TestJobJson::readsEachFormOfATrigger_data()
{
    QTest::addColumn<QByteArray>("trigger");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<Instant>("first");
    const auto row = [](const char *name, const char *trigger, const char *kind, const char *at) {
        QTest::newRow(name) << QByteArray(trigger) << QString::fromLatin1(kind) << utc(at);
    };
    row("inline", R"("trigger": "interval", "minutes": 10)", "interval", "2024-05-06T09:10Z");
    row("object with type", R"("trigger": {"type": "cron", "hour": "5", "minute": 30})", "cron",
        "2024-05-07T05:30Z");
    row("object with kind", R"("trigger": {"kind": "date", "args": {"run_date": "2030-01-01"}})",
        "date", "2030-01-01T00:00Z");
    row("calendar interval, inline",
        R"("trigger": "calendarinterval", "months": 1, "hour": 8, "start_date": "2024-01-31",
           "timezone": "UTC", "jitter": 5)",
        "calendarinterval", "2024-05-31T08:00Z");
    row("crontab, inline", R"("trigger": "crontab", "expr": "0 5 * * mon", "jitter": 5)", "crontab",
        "2024-05-13T05:00Z");
    row("expression, inline", R"("trigger": "expr", "dialect": "quartz", "expr": "0 0 5 ? * 2")",
        "expr", "2024-05-13T05:00Z");
    row("combined", R"("trigger": {"kind": "except", "args": {"exclude_dates": ["2024-05-07"],
        "base": {"kind": "cron", "args": {"hour": 5}}}})",
        "except", "2024-05-08T05:00Z");
    row("combined, inline", R"("trigger": "or", "triggers": [{"kind": "cron", "args": {"hour": 5}},
        {"kind": "date", "args": {"run_date": "2024-05-06T12:00"}}])",
        "or", "2024-05-06T12:00Z");
    row("left out: once, now", R"("name": "x")", "date", "2024-05-06T09:00Z");
    row("type left out", R"("trigger": {"run_date": "2030-01-01 10:00:00"})", "date",
        "2030-01-01T10:00Z");
}

void TestJobJson::readsEachFormOfATrigger()
{
    QFETCH(QByteArray, trigger);
    const auto entry = read(R"({"id": "a", "func": "carillon:noop", )" + trigger + "}");
    QVERIFY2(entry, qPrintable(entry ? QString() : entry.error().message));
    QTEST(triggerKind(*entry->job.trigger), "kind");
    QTEST(entry->job.trigger->first(context.trigger.now).value(), "first");
}

void TestJobJson::readsTheContractsDefaults()
{
    const auto entry = read(R"({"id": "a", "func": "m:f", "trigger": "manual"})");
    QVERIFY(entry);
    const Job &job = entry->job;
    QCOMPARE(job.name, u"a"_qs);
    QVERIFY(!job.trigger);
    QCOMPARE(job.rules.grace, 1s);
    QCOMPARE(job.rules.missed, MissedRule::RunOnce);
    QCOMPARE(job.rules.maxInstances, 1);
    QVERIFY(!job.paused);
    QVERIFY(!entry->replaceExisting);
    QVERIFY(!entry->explicitNext);
}

void TestJobJson::readsRules_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<Rules>("rules");
    Rules rules;
    rules.grace.reset();
    QTest::newRow("never too late") << QByteArray(R"("misfire_grace_time": null)") << rules;
    rules = {};
    rules.missed = MissedRule::RunAll;
    QTest::newRow("each one") << QByteArray(R"("coalesce": false)") << rules;
    rules.missed = MissedRule::Skip;
    QTest::newRow("none") << QByteArray(R"("coalesce": true, "missed": "skip")") << rules;
    rules = {};
    rules.maxInstances = 3;
    rules.timeout = 90s;
    rules.stopDelay = 0s;
    QTest::newRow("limits") << QByteArray(R"("max_instances": 3, "timeout": 90, "stop_delay": 0)")
                            << rules;
    rules = {};
    rules.overlap = OverlapRule::Replace;
    rules.retry = {.count = 2, .firstDelay = 5s, .growth = 1.5, .longestDelay = 60s, .jitter = 1s};
    QTest::newRow("retries") << QByteArray(R"("overlap": "replace", "retries": 2, "retry_delay": 5,
        "retry_growth": 1.5, "retry_delay_max": 60, "retry_jitter": 1)")
                             << rules;
    rules = {};
    rules.conditions = {.network = true, .mainsPower = false, .idle = 600s};
    rules.after = {.jobs = {JobId{u"a"_qs}, JobId{u"b"_qs}}, .end = AfterEnd::Failed};
    rules.queue = u"disk"_qs;
    rules.priority = -7;
    QTest::newRow("when it may run") << QByteArray(R"("only_if": {"network": true, "idle": 600},
        "after": {"jobs": ["a", "b"], "when": "failed"}, "queue": "disk", "priority": -7)")
                                     << rules;
}

void TestJobJson::readsRules()
{
    QFETCH(QByteArray, keys);
    QFETCH(Rules, rules);
    const auto entry = read(R"({"func": "m:f", )" + keys + "}");
    QVERIFY(entry);
    QVERIFY(entry->job.rules == rules);
}

void TestJobJson::readsWhatIsSaidAboutStoring()
{
    const auto entry = read(R"({"id": "a", "func": "m:f", "replace_existing": true,
                                "next_run_time": "2024-06-01 00:00:00"})");
    QVERIFY(entry);
    QVERIFY(entry->replaceExisting);
    QCOMPARE(entry->explicitNext, utc("2024-06-01T00:00Z"));
    const auto paused = read(R"({"id": "a", "func": "m:f", "next_run_time": null})");
    QVERIFY(paused);
    QVERIFY(paused->job.paused);
}

void TestJobJson::survivesTheRoundTrip_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *json) {
        QTest::newRow(name) << QByteArray(json);
    };
    row("manual", R"({"id": "a", "func": "m:f", "trigger": "manual"})");
    row("interval", R"({"id": "备份", "name": "备份", "func": "carillon:script",
                        "args": ["b.py", "x y"], "kwargs": {"cwd": "/"}, "trigger": "interval",
                        "seconds": 20, "start_date": "2024-01-01", "end_date": "2024-02-01",
                        "timezone": "Asia/Shanghai", "group": "g", "tags": ["t", "u"],
                        "notes": "n\nm", "paused": true, "executor": "processpool"})");
    row("cron", R"({"id": "c", "func": "m:f", "args": [1, {"a": null}], "trigger": "cron",
                    "day_of_week": "0-6", "hour": "6", "minute": 0, "misfire_grace_time": null,
                    "coalesce": false, "max_instances": 4, "timeout": 5})");
    row("python", R"({"id": "p", "func": "m:f", "trigger": "manual",
                      "python": {"interpreter": "venv/bin/python", "path": ["lib", "/opt/lib"]}})");
    row("call", R"j({"id": "k", "func": "test.main.Test(1)", "trigger": "manual",
                     "python": {"path": ["lib"]}})j");
    row("every rule", R"({"id": "r", "func": "m:f", "trigger": "manual", "overlap": "queue",
                          "max_queued": 4, "max_catch_up": 7, "retries": 3, "retry_delay": 5,
                          "retry_growth": 1.5, "retry_delay_max": 60, "retry_jitter": 2,
                          "rerun_interrupted": true, "success_exit_codes": [0, 3],
                          "success_output_contains": "ok", "success_output_lacks": "error",
                          "only_if": {"network": true, "mains_power": true, "idle": 600},
                          "queue": "disk", "priority": -5, "jobstore": "memory",
                          "after": {"jobs": ["a", "b"], "when": "ended"}})");
    row("date", R"({"id": "d", "func": "carillon:log", "args": ["hi"], "trigger": "date",
                    "run_date": "2030-01-01T10:00:00.250000+08:00", "missed": "skip"})");
}

void TestJobJson::survivesTheRoundTrip()
{
    QFETCH(QByteArray, json);
    const auto once = read(json);
    QVERIFY2(once, qPrintable(once ? QString() : once.error().message));
    const JobContext elsewhere{{utc("2031-01-01T00:00Z"), Zone::fixed(3600s)}};
    const auto twice = jobFromJson(jobToJson(once->job), elsewhere);
    QVERIFY2(twice, qPrintable(twice ? QString() : twice.error().message));
    QVERIFY(twice->job == once->job);
}

void TestJobJson::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const char *json, const char *field, QString part) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(field) << part;
    };
    row("unknown trigger key", R"({"func": "m:f", "trigger": "interval", "minutez": 5})", "minutez",
        u"minutez"_qs);
    row("unknown key beside an object",
        R"({"func": "m:f", "trigger": {"type": "date"}, "colour": 1})", "colour",
        u"“colour” is not known here"_qs);
    row("unknown kind", R"({"func": "m:f", "trigger": "lunar"})", "trigger", u"lunar"_qs);
    row("manual with arguments", R"({"func": "m:f", "trigger": "manual", "hour": 1})", "hour",
        u"a manual job has no trigger arguments"_qs);
    row("number as trigger", R"({"func": "m:f", "trigger": 5})", "trigger", u"must be"_qs);
    row("no func", R"({"id": "a"})", "func", u"“func” is missing"_qs);
    row("grace of zero", R"({"func": "m:f", "misfire_grace_time": 0})", "misfire_grace_time",
        u"from 1 to"_qs);
    row("exit code that is none", R"({"func": "m:f", "success_exit_codes": [0, 256]})",
        "success_exit_codes", u"from 0 to 255"_qs);
    row("retries that shrink", R"({"func": "m:f", "retry_growth": 0.5})", "retry_growth",
        u"from 1 to 10"_qs);
    row("unknown condition", R"({"func": "m:f", "only_if": {"moon": true}})", "only_if",
        u"moon"_qs);
    row("unknown end", R"({"func": "m:f", "after": {"jobs": ["a"], "when": "soon"}})", "after",
        u"succeeded"_qs);
    row("hour out of range", R"({"func": "m:f", "trigger": "cron", "hour": 24})", "hour",
        u"'24' is out of range; 0-23 is accepted"_qs);
    row("python for a command",
        R"({"func": "carillon:command", "args": ["a"], "python": {"path": ["lib"]}})", "python",
        u"for jobs that call Python only"_qs);
    row("unknown key for python", R"({"func": "m:f", "python": {"venv": "a"}})", "python",
        u"python: “venv” is not known here; accepted: interpreter, path."_qs);
    row("no folder", R"({"func": "m:f", "python": {"path": [""]}})", "python",
        u"python: “path” must be an array of folders."_qs);
    row("bad next", R"({"func": "m:f", "next_run_time": "soon"})", "next_run_time", u"soon"_qs);
}

void TestJobJson::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, part);
    const auto entry = read(json);
    QVERIFY(!entry);
    QTEST(entry.error().field, "field");
    QVERIFY2(entry.error().message.contains(part), qPrintable(entry.error().message));
}

void TestJobJson::writesRuns()
{
    Run run;
    run.id = RunId{7};
    run.job = JobId{u"a"_qs};
    run.jobName = u"A"_qs;
    run.state = RunState::Failed;
    run.due = utc("2024-05-06T09:00Z");
    run.started = utc("2024-05-06T09:00:00.25Z");
    run.outcome.exitCode = 2;
    run.outcome.returnValue = QJsonValue(QJsonValue::Null);
    const QJsonObject expected{{u"id"_qs, 7},
                               {u"job"_qs, u"a"_qs},
                               {u"name"_qs, u"A"_qs},
                               {u"state"_qs, u"failed"_qs},
                               {u"cause"_qs, u"schedule"_qs},
                               {u"attempt"_qs, 1},
                               {u"output_size"_qs, 0},
                               {u"due"_qs, u"2024-05-06T09:00:00+00:00"_qs},
                               {u"started"_qs, u"2024-05-06T09:00:00.250000+00:00"_qs},
                               {u"exit_code"_qs, 2},
                               {u"return_value"_qs, QJsonValue(QJsonValue::Null)}};
    QCOMPARE(runToJson(run), expected);
}

QTEST_GUILESS_MAIN(TestJobJson)
#include "tst_jobjson.moc"
