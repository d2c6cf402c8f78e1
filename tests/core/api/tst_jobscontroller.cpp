// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/apibench.h"

using namespace carillon;
using namespace std::chrono_literals;

class TestJobsController : public QObject
{
    Q_OBJECT

private slots:
    void answersNewJobs_data();
    void answersNewJobs();
    void readsTriggersInEveryForm_data();
    void readsTriggersInEveryForm();
    void refusesBodies_data();
    void refusesBodies();
    void makesUpIds();
    void keepsTheJobWhoseIdIsTaken();
    void replacesOnRequest();
    void showsPendingJobsWithoutTheirNextTime();
    void listsInOrderOfNextTimes();
    void listsManyJobsInPieces();
    void showsWhatHasChanged();
    void patches_data();
    void patches();
    void refusesPatches_data();
    void refusesPatches();
    void patchesAllOrNothing();
    void pausesAndResumes();
    void neverAnswersNull();
    void removes();
    void addressesIdsWithSlashes();
    void answersWhenTheRunHasEnded();
    void answersWithWhatTheFunctionRaised_data();
    void answersWithWhatTheFunctionRaised();
    void permitsListedFunctionsOnly();
    void giveBackADefinitionThatIsAcceptedAgain();
};

namespace {

const QByteArray noop = "'func':'carillon:noop'";

/// `{'id':'j','func':'carillon:noop', …}`
QByteArray body(const QByteArray &more)
{
    return json("{'id':'j','func':'carillon:noop'" + (more.isEmpty() ? "" : "," + more) + "}");
}

/// Only what the older server sends, and only the keys that it always sends or `expected` has.
QJsonObject like(const QJsonObject &expected, const QJsonObject &found)
{
    QJsonObject part;
    for (auto it = expected.begin(); it != expected.end(); ++it)
        part.insert(it.key(), found.value(it.key()));
    return part;
}

QByteArray text(const QJsonObject &object)
{
    return toJsonText(object);
}

} // namespace

void TestJobsController::answersNewJobs_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray common = "'args':[],'func':'carillon:noop','id':'j','kwargs':{},"
                              "'max_instances':1,'misfire_grace_time':1,'name':'j'";
    const auto row = [&common](const char *name, const char *more, const char *expected) {
        QTest::newRow(name) << body(more) << json("{" + common + "," + expected + "}");
    };
    // It is 2024-05-06T09:00:00Z, a Monday.
    row("interval", "'trigger':'interval','minutes':10",
        "'minutes':10,'next_run_time':'2024-05-06T09:10:00+00:00',"
        "'start_date':'2024-05-06T09:10:00+00:00','trigger':'interval'");
    row("interval, broken down", "'trigger':'interval','hours':36",
        "'days':1,'hours':12,'trigger':'interval','next_run_time':'2024-05-07T21:00:00+00:00'");
    row("interval, every unit", "'trigger':'interval','seconds':694861",
        "'weeks':1,'days':1,'hours':1,'minutes':1,'seconds':1");
    row("interval, with its fraction", "'trigger':'interval','seconds':1.5", "'seconds':1.5");
    row("interval of nothing", "'trigger':'interval'", "'seconds':1");
    row("interval with a start in the past",
        "'trigger':'interval','hours':2,'start_date':'2024-05-06 08:30:00'",
        "'hours':2,'next_run_time':'2024-05-06T10:30:00+00:00'");
    row("cron", "'trigger':'cron','day_of_week':'mon-fri','hour':5,'minute':30",
        "'day_of_week':'mon-fri','hour':'5','minute':'30',"
        "'next_run_time':'2024-05-07T05:30:00+00:00','trigger':'cron'");
    row("cron, normalised", "'trigger':'cron','hour':'*','day_of_week':'MON , tue','minute':'05'",
        "'hour':'*','day_of_week':'mon,tue','minute':'5'");
    row("cron in a zone", "'trigger':'cron','hour':8,'timezone':'Asia/Shanghai'",
        "'hour':'8','next_run_time':'2024-05-07T08:00:00+08:00','timezone':'Asia/Shanghai'");
    row("date", "'trigger':'date','run_date':'2030-01-01 10:00:00'",
        "'next_run_time':'2030-01-01T10:00:00+00:00','run_date':'2030-01-01T10:00:00+00:00',"
        "'trigger':'date'");
    row("date with its offset", "'run_date':'2030-01-01T00:00:00+08:00'",
        "'next_run_time':'2030-01-01T00:00:00+08:00','run_date':'2030-01-01T00:00:00+08:00'");
    row("date in the past", "'trigger':'date','run_date':'2020-01-01 10:00:00'",
        "'next_run_time':'2020-01-01T10:00:00+00:00','trigger':'date'");
    row("null for the trigger", "'trigger':null",
        "'trigger':'date','run_date':"
        "'2024-05-06T09:00:00+00:00'");
    row("exhausted", "'trigger':'cron','year':2001", "'next_run_time':null,'state':'finished'");
    row("paused", "'trigger':'interval','hours':1,'next_run_time':null",
        "'next_run_time':null,'state':'paused'");
    row("with a next time of its own",
        "'trigger':'interval','hours':1,'next_run_time':'2024-05-06 09:00:05'",
        "'next_run_time':'2024-05-06T09:00:05+00:00'");
    row("more than the older server says", "'trigger':'interval','hours':1,'jitter':30",
        "'coalesce':true,'executor':'default','jobstore':'default','jitter':30,"
        "'timezone':'UTC','state':'scheduled'");
    row("truth values", "'trigger':'interval','hours':1,'coalesce':'false'", "'coalesce':true");
    row("no truth value", "'trigger':'interval','hours':1,'coalesce':''", "'coalesce':false");
    row("null where it counts as left out",
        "'name':null,'args':null,'kwargs':null,"
        "'trigger':'interval','hours':1",
        "'hours':1");
}

void TestJobsController::answersNewJobs()
{
    ApiBench api;
    QFETCH(QByteArray, body);
    const ApiResponse response = api.ask("POST", "/scheduler/jobs", body);
    QCOMPARE(response.status, 200);
    QCOMPARE(ApiBench::header(response, "Content-Type"), QByteArray("application/json"));
    const QJsonObject found = ApiBench::jsonOf(response).toObject();
    QFETCH(QByteArray, expected);
    const QJsonObject wanted = parseJson(expected)->toObject();
    QCOMPARE(text(like(wanted, found)), text(wanted));
    QCOMPARE(api.ask("GET", "/scheduler/jobs/j").body, response.body);
}

void TestJobsController::readsTriggersInEveryForm_data()
{
    QTest::addColumn<QByteArray>("trigger");
    QTest::addColumn<QString>("expectedTrigger");
    QTest::addColumn<QString>("expectedNext");
    const auto row = [](const char *name, const QByteArray &trigger, const QString &expected,
                        const QString &next) {
        QTest::newRow(name) << trigger << expected << next;
    };
    row("an object", "'trigger':{'type':'interval','seconds':30}", u"interval"_qs,
        u"2024-05-06T09:00:30+00:00"_qs);
    row("an object without a type", "'trigger':{'run_date':'2030-1-2'}", u"date"_qs,
        u"2030-01-02T00:00:00+00:00"_qs);
    row("an object and arguments beside it", "'trigger':{'type':'cron','hour':10},'minute':5",
        u"cron"_qs, u"2024-05-06T10:05:00+00:00"_qs);
    row("an object that wins", "'trigger':{'type':'cron','hour':10},'hour':11", u"cron"_qs,
        u"2024-05-06T10:00:00+00:00"_qs);
    row("English", "'run_date':'Jan 5 2030 10:00'", u"date"_qs, u"2030-01-05T10:00:00+00:00"_qs);
    row("a slashed date", "'run_date':'2030/01/05 3pm'", u"date"_qs,
        u"2030-01-05T15:00:00+00:00"_qs);
    row("a time of today", "'run_date':'10:30'", u"date"_qs, u"2024-05-06T10:30:00+00:00"_qs);
    row("a time of today elsewhere", "'run_date':'20:30','timezone':'Asia/Shanghai'", u"date"_qs,
        u"2024-05-06T20:30:00+08:00"_qs);
    row("Z", "'run_date':'2030-01-05T10:00:00Z'", u"date"_qs, u"2030-01-05T10:00:00+00:00"_qs);
    row("a crontab line",
        "'trigger':{'kind':'expr','args':{'expr':'30 5 * * 1-5','dialect':'crontab'}}", u"cron"_qs,
        u"2024-05-07T05:30:00+00:00"_qs);
    row("a calendar interval",
        "'trigger':'calendarinterval','months':1,'hour':9,'start_date':'2026-11-20'",
        u"CalendarIntervalTrigger(months=1, time='09:00:00+00:00', start_date='2026-11-20', "
        u"timezone='UTC')"_qs,
        u"2026-11-20T09:00:00+00:00"_qs);
    row("none", "'trigger':'manual'", u"manual"_qs, QString());
}

void TestJobsController::readsTriggersInEveryForm()
{
    ApiBench api;
    QFETCH(QByteArray, trigger);
    const ApiResponse response = api.ask("POST", "/scheduler/jobs", body(trigger));
    QCOMPARE(response.status, 200);
    const QJsonObject job = ApiBench::jsonOf(response).toObject();
    QTEST(job.value(u"trigger").toString(), "expectedTrigger");
    QTEST(job.value(u"next_run_time").toString(), "expectedNext");
}

void TestJobsController::refusesBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *body, const char *field) {
        QTest::newRow(name) << json(body) << QString::fromLatin1(field);
    };
    const auto job = [](const char *name, const char *more, const char *field) {
        QTest::newRow(name) << body(more) << QString::fromLatin1(field);
    };
    row("nothing", "", "");
    row("no JSON", "{'id'", "");
    row("an array", "[]", "");
    row("null", "null", "");
    row("text", "'x'", "");
    row("NaN", "{'id':'j','func':'carillon:noop','x':NaN}", "");
    row("no id", "{'func':'carillon:noop'}", "id");
    row("no function", "{'id':'j'}", "func");
    row("an empty id", "{'id':'','func':'carillon:noop'}", "id");
    row("a number for an id", "{'id':7,'func':'carillon:noop'}", "id");
    row("a control character in the id", "{'id':'a\\u0007','func':'carillon:noop'}", "id");
    row("NUL in the id", "{'id':'a\\u0000','func':'carillon:noop'}", "id");
    row("half a surrogate pair", "{'id':'j','name':'\\ud800','func':'carillon:noop'}", "name");
    row("a function without a colon", "{'id':'j','func':'nonsense'}", "func");
    row("a function that is a number", "{'id':'j','func':7}", "func");
    job("a number for a name", "'name':7", "name");
    job("text for arguments", "'args':'ab'", "args");
    job("an object for arguments", "'args':{'a':1}", "args");
    job("pairs for keywords", "'kwargs':[['a',1]]", "kwargs");
    job("a trigger nobody knows", "'trigger':'bogus'", "trigger");
    job("a number for a trigger", "'trigger':7", "trigger");
    job("a type that is no text", "'trigger':{'type':7}", "trigger");
    job("a negative interval", "'trigger':'interval','seconds':-5", "seconds");
    job("text for seconds", "'trigger':'interval','seconds':'5'", "seconds");
    job("no grace", "'misfire_grace_time':0", "misfire_grace_time");
    job("a negative grace", "'misfire_grace_time':-1", "misfire_grace_time");
    job("no instances", "'max_instances':0", "max_instances");
    job("half an instance", "'max_instances':1.5", "max_instances");
    job("an executor nobody knows", "'executor':'nowhere'", "executor");
    job("a store nobody knows", "'jobstore':'nowhere'", "jobstore");
    job("a key nobody knows", "'foo':1", "foo");
    job("a minute too high", "'trigger':'cron','minute':61", "minute");
    job("a word for a minute", "'trigger':'cron','minute':'abc'", "minute");
    job("a zone nobody knows", "'trigger':'cron','timezone':'Foo/Bar'", "timezone");
    job("a number for a zone", "'trigger':'cron','timezone':8", "timezone");
    job("a number for a date", "'run_date':1234567890", "run_date");
    job("an empty date", "'run_date':''", "run_date");
    job("a date that may be two", "'run_date':'01/05/2030'", "run_date");
    job("free text inside the object", "'trigger':{'type':'date','run_date':'Jan 5 2030'}",
        "run_date");
    job("free text for the next time", "'next_run_time':'Jan 5 2030'", "next_run_time");
    job("an empty next time", "'next_run_time':''", "next_run_time");
    job("jitter of a date", "'jitter':5", "jitter");
    QTest::newRow("nested too deeply")
        << body("'args':[" + QByteArray(64, '[') + QByteArray(64, ']') + "]") << QString();
}

void TestJobsController::refusesBodies()
{
    ApiBench api;
    QFETCH(QByteArray, body);
    const ApiResponse response = api.ask("POST", "/scheduler/jobs", body);
    QCOMPARE(response.status, 400);
    QCOMPARE(ApiBench::header(response, "Content-Type"), QByteArray("application/json"));
    const QJsonObject error = ApiBench::jsonOf(response).toObject();
    QVERIFY(!error.value(u"error_message").toString().isEmpty());
    QTEST(error.value(u"field").toString(), "field");
    QCOMPARE(api.ask("GET", "/scheduler/jobs").body, QByteArray("[]"));
}

void TestJobsController::makesUpIds()
{
    ApiBench api;
    for (const char *id : {"null", "''"}) {
        const ApiResponse response =
            api.ask("POST", "/scheduler/jobs",
                    json("{'id':" + QByteArray(id) +
                         ",'name':'n','func':'carillon:noop','trigger':'manual'}"));
        const QString made = ApiBench::jsonOf(response).toObject().value(u"id").toString();
        QCOMPARE(made.size(), 32);
        QVERIFY(!made.contains(u'-'));
    }
}

void TestJobsController::keepsTheJobWhoseIdIsTaken()
{
    ApiBench api;
    const QByteArray first =
        api.ask("POST", "/scheduler/jobs", body("'trigger':'interval','hours':1")).body;
    const ApiResponse second =
        api.ask("POST", "/scheduler/jobs", body("'trigger':'interval','hours':2"));
    QCOMPARE(second.status, 409);
    QCOMPARE(second.body, json("{'error_message':'Job j already exists.'}"));
    QCOMPARE(api.ask("GET", "/scheduler/jobs/j").body, first);
    // A body that is wrong is refused for that.
    QCOMPARE(api.ask("POST", "/scheduler/jobs", body("'trigger':'bogus'")).status, 400);
    QVERIFY(api.bench.scheduler.stop(false).isFinished());
    QCOMPARE(api.ask("POST", "/scheduler/jobs", body("")).status, 409);
}

void TestJobsController::replacesOnRequest()
{
    ApiBench api;
    api.ask("POST", "/scheduler/jobs", body("'trigger':'cron','hour':12,'next_run_time':null"));
    const ApiResponse replaced = api.ask(
        "POST", "/scheduler/jobs", body("'trigger':'cron','hour':12,'replace_existing':'false'"));
    QCOMPARE(replaced.status, 200);
    QCOMPARE(ApiBench::jsonOf(replaced).toObject().value(u"next_run_time").toString(),
             u"2024-05-06T12:00:00+00:00"_qs);
}

void TestJobsController::showsPendingJobsWithoutTheirNextTime()
{
    ApiBench api;
    api.ask("POST", "/scheduler/jobs", json("{'id':'stored'," + noop + ",'trigger':'manual'}"));
    api.ask("POST", "/scheduler/shutdown");
    for (const char *id : {"z", "a"}) {
        const ApiResponse response = api.ask(
            "POST", "/scheduler/jobs",
            json("{'id':'" + QByteArray(id) + "'," + noop + ",'trigger':'interval','hours':1}"));
        const QJsonObject job = ApiBench::jsonOf(response).toObject();
        QCOMPARE(job.value(u"state").toString(), u"pending"_qs);
        for (const char *absent : {"next_run_time", "max_instances", "misfire_grace_time"})
            QVERIFY(!job.contains(QLatin1String(absent)));
    }
    const QJsonArray jobs = ApiBench::jsonOf(api.ask("GET", "/scheduler/jobs")).toArray();
    QStringList ids;
    for (const QJsonValue &job : jobs)
        ids.append(job.toObject().value(u"id").toString());
    QCOMPARE(ids, (QStringList{u"stored"_qs, u"z"_qs, u"a"_qs}));
    api.ask("POST", "/scheduler/start");
    QVERIFY(api.object("/scheduler/jobs/z").contains(u"next_run_time"));
}

void TestJobsController::listsInOrderOfNextTimes()
{
    ApiBench api;
    const auto add = [&api](const QByteArray &id, const QByteArray &more) {
        api.ask("POST", "/scheduler/jobs", json("{'id':'" + id + "'," + noop + "," + more + "}"));
    };
    QCOMPARE(api.ask("GET", "/scheduler/jobs").body, QByteArray("[]"));
    add("late", "'trigger':'interval','hours':3");
    add("never", "'trigger':'manual'");
    add("b", "'trigger':'interval','hours':1");
    add("a", "'trigger':'interval','hours':1");
    const QJsonArray jobs = ApiBench::jsonOf(api.ask("GET", "/scheduler/jobs")).toArray();
    QByteArrayList ids;
    for (const QJsonValue &job : jobs)
        ids.append(job.toObject().value(u"id").toString().toLatin1());
    QCOMPARE(ids.join(' '), QByteArray("a b late never"));
}

void TestJobsController::listsManyJobsInPieces()
{
    ApiBench api;
    std::vector<JobEntry> entries;
    for (int i = 0; i < 5000; ++i)
        entries.push_back({manualJob(QByteArray::number(i).constData())});
    QVERIFY(api.bench.scheduler.importJobs(entries, {{api.bench.clock.now()}}));
    api.send(ApiBench::request("GET", "/scheduler/jobs"));
    QVERIFY(api.bench.scheduler.removeJob(JobId{u"17"_qs})); // meanwhile
    QTRY_VERIFY(api.last);
    QCOMPARE(ApiBench::jsonOf(*api.last).toArray().size(), 4999);
}

void TestJobsController::showsWhatHasChanged()
{
    ApiBench api;
    api.ask("POST", "/scheduler/jobs", body("'trigger':'interval','seconds':10"));
    QVERIFY(api.ask("GET", "/scheduler/jobs").body.contains("09:00:10"));
    api.bench.tick(10s);
    QVERIFY(api.ask("GET", "/scheduler/jobs").body.contains("09:00:20"));
    QCOMPARE(api.object("/scheduler/jobs/j").value(u"state").toString(), u"running"_qs);
    api.bench.executor.finishAll();
    api.bench.scheduler.processDue();
    const QJsonObject job = api.object("/scheduler/jobs/j");
    QCOMPARE(job.value(u"state").toString(), u"scheduled"_qs);
    QCOMPARE(job.value(u"last_run").toObject().value(u"state").toString(), u"success"_qs);
}

void TestJobsController::patches_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *body, const char *expected) {
        QTest::newRow(name) << json(body) << json(expected);
    };
    // The job runs every hour from 10:00 on, and is paused.
    row("nothing", "{}", "{'name':'j','hours':1,'next_run_time':null}");
    row("attributes", "{'name':'n','max_instances':3,'misfire_grace_time':null,'coalesce':0}",
        "{'name':'n','max_instances':3,'misfire_grace_time':null,'coalesce':false,'hours':1,"
        "'next_run_time':null}");
    row("what it does", "{'func':'carillon:log','args':['hello']}",
        "{'func':'carillon:log','args':['hello'],'hours':1}");
    row("a new trigger", "{'trigger':'cron','hour':12}",
        "{'trigger':'cron','hour':'12','hours':null,'start_date':null,"
        "'next_run_time':'2024-05-06T12:00:00+00:00'}");
    row("the same trigger resumes",
        "{'trigger':'interval','hours':1,'start_date':'2024-05-06 10:00'}",
        "{'next_run_time':'2024-05-06T10:00:00+00:00','state':'scheduled'}");
    row("a trigger object", "{'trigger':{'type':'interval','seconds':5}}",
        "{'trigger':'interval','seconds':5,'next_run_time':'2024-05-06T09:00:05+00:00'}");
    row("jitter", "{'trigger':'interval','hours':2,'jitter':60}", "{'hours':2,'jitter':60}");
    row("a next time", "{'next_run_time':'2024-05-06T09:30:00'}",
        "{'next_run_time':'2024-05-06T09:30:00+00:00','state':'scheduled'}");
    row("a trigger and a next time",
        "{'trigger':'interval','hours':2,'next_run_time':'2024-05-06T09:30:00'}",
        "{'hours':2,'next_run_time':'2024-05-06T09:30:00+00:00'}");
    row("a trigger and a pause", "{'trigger':'interval','hours':2,'next_run_time':null}",
        "{'hours':2,'next_run_time':null,'state':'paused'}");
    row("an exhausted trigger", "{'trigger':'cron','year':2001}",
        "{'next_run_time':null,'state':'finished'}");
    row("a date in the past", "{'trigger':'date','run_date':'2020-01-01'}",
        "{'next_run_time':'2020-01-01T00:00:00+00:00'}");
    row("a date now", "{'trigger':'date'}", "{'next_run_time':'2024-05-06T09:00:00+00:00'}");
    row("where it is kept", "{'jobstore':'default','name':'n'}", "{'name':'n'}");
}

void TestJobsController::patches()
{
    ApiBench api;
    api.ask("POST", "/scheduler/jobs",
            body("'trigger':'interval','hours':1,'start_date':'2024-05-06 10:00',"
                 "'next_run_time':null"));
    QFETCH(QByteArray, body);
    const ApiResponse response = api.ask("PATCH", "/scheduler/jobs/j", body);
    QCOMPARE(response.status, 200);
    const QJsonObject found = ApiBench::jsonOf(response).toObject();
    QFETCH(QByteArray, expected);
    const QJsonObject wanted = parseJson(expected)->toObject();
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const QJsonValue value = found.value(it.key());
        const bool isAbsent = value.isUndefined() && it.value().isNull(); // what is no more
        QVERIFY2(value == it.value() || isAbsent, response.body);
    }
    QCOMPARE(api.ask("GET", "/scheduler/jobs/j").body, response.body);
}

void TestJobsController::refusesPatches_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message"); ///< empty: not part of the contract
    const auto row = [](const char *name, const char *body, const char *message = "") {
        QTest::newRow(name) << json(body) << 400 << QByteArray(message);
    };
    row("arguments without a trigger", "{'hours':2}",
        "The following are not modifiable attributes of Job: hours");
    row("a key nobody knows", "{'foo':1}",
        "The following are not modifiable attributes of Job: foo");
    row("replacing", "{'replace_existing':true}",
        "The following are not modifiable attributes of Job: replace_existing");
    row("another id", "{'id':'other'}");
    row("the same id", "{'id':'j'}");
    row("a trigger nobody knows", "{'trigger':'bogus'}", "Trigger bogus is not supported.");
    row("no trigger", "{'trigger':null}", "Trigger null is not supported.");
    row("an empty name", "{'name':''}");
    row("no name", "{'name':null}");
    row("a number for a name", "{'name':7}");
    row("text for arguments", "{'args':'ab'}");
    row("an array for keywords", "{'kwargs':[]}");
    row("an array", "[]");
    row("null", "null");
    row("no JSON", "{");
    row("an executor nobody knows", "{'executor':'nowhere'}");
    QTest::newRow("a store nobody knows")
        << json("{'jobstore':'nowhere'}") << 404 << QByteArray("Job j not found");
}

void TestJobsController::refusesPatches()
{
    ApiBench api;
    const QByteArray before =
        api.ask("POST", "/scheduler/jobs", body("'trigger':'interval','hours':1")).body;
    QFETCH(QByteArray, body);
    const ApiResponse response = api.ask("PATCH", "/scheduler/jobs/j", body);
    QTEST(response.status, "status");
    QFETCH(QByteArray, message);
    const QString told = ApiBench::jsonOf(response).toObject().value(u"error_message").toString();
    QVERIFY(!told.isEmpty());
    if (!message.isEmpty())
        QCOMPARE(told, QString::fromLatin1(message));
    QCOMPARE(api.ask("GET", "/scheduler/jobs/j").body, before);
    // A trigger is looked at before the job.
    const int expected = told.startsWith(u"Trigger") ? 400 : 404;
    if (told.startsWith(u"Trigger") || told == u"Job j not found")
        QCOMPARE(api.ask("PATCH", "/scheduler/jobs/other", body).status, expected);
}

void TestJobsController::patchesAllOrNothing()
{
    ApiBench api;
    const QByteArray before =
        api.ask("POST", "/scheduler/jobs", body("'trigger':'interval','hours':1")).body;
    const QByteArray wrong = json("{'trigger':'interval','hours':9,'max_instances':0}");
    QCOMPARE(api.ask("PATCH", "/scheduler/jobs/j", wrong).status, 400);
    QCOMPARE(api.ask("GET", "/scheduler/jobs/j").body, before);
    api.bench.store.fails = true;
    QCOMPARE(api.ask("PATCH", "/scheduler/jobs/j", json("{'name':'n'}")).status, 507);
    QCOMPARE(api.ask("GET", "/scheduler/jobs/j").body, before);
}

void TestJobsController::pausesAndResumes()
{
    ApiBench api;
    api.ask("POST", "/scheduler/jobs",
            body("'trigger':'interval','hours':1,'start_date':'2024-05-06 10:00'"));
    for (int i = 0; i < 2; ++i) {
        const ApiResponse paused = api.ask("POST", "/scheduler/jobs/j/pause", "{nonsense");
        QCOMPARE(paused.status, 200);
        QVERIFY(ApiBench::jsonOf(paused).toObject().value(u"next_run_time").isNull());
    }
    api.bench.clock.advance(90min);
    for (int i = 0; i < 2; ++i) {
        const ApiResponse resumed = api.ask("POST", "/scheduler/jobs/j/resume", "{nonsense");
        QCOMPARE(ApiBench::jsonOf(resumed).toObject().value(u"next_run_time").toString(),
                 u"2024-05-06T11:00:00+00:00"_qs);
    }
    for (const char *action : {"pause", "resume", "run"}) {
        const ApiResponse response = api.ask("POST", QByteArray("/scheduler/jobs/other/") + action);
        QCOMPARE(response.status, 404);
        QCOMPARE(response.body, json("{'error_message':'Job other not found'}"));
    }
}

void TestJobsController::neverAnswersNull()
{
    ApiBench api;
    api.ask("POST", "/scheduler/jobs", body("'trigger':'cron','year':2001,'next_run_time':null"));
    const ApiResponse resumed = api.ask("POST", "/scheduler/jobs/j/resume");
    QCOMPARE(resumed.status, 200);
    QCOMPARE(ApiBench::jsonOf(resumed).toObject().value(u"state").toString(), u"finished"_qs);
}

void TestJobsController::removes()
{
    ApiBench api;
    api.ask("POST", "/scheduler/jobs", body("'trigger':'manual'"));
    const ApiResponse removed = api.ask("DELETE", "/scheduler/jobs/j", "{}");
    QCOMPARE(removed.status, 204);
    QVERIFY(removed.body.isEmpty());
    for (const char *method : {"GET", "DELETE"}) {
        const ApiResponse response = api.ask(method, "/scheduler/jobs/j");
        QCOMPARE(response.status, 404);
        QCOMPARE(response.body, json("{'error_message':'Job j not found'}"));
    }
}

void TestJobsController::addressesIdsWithSlashes()
{
    ApiBench api;
    const QString id = u"a/b ü%"_qs;
    QJsonObject job{{u"id"_qs, id}, {u"func"_qs, u"carillon:noop"_qs}};
    job.insert(u"trigger"_qs, u"manual"_qs);
    QCOMPARE(api.ask("POST", "/scheduler/jobs", toJsonText(job)).status, 200);
    QCOMPARE(api.object("/scheduler/jobs/a%2Fb%20%C3%BC%25").value(u"id").toString(), id);
    QCOMPARE(api.ask("GET", "/scheduler/jobs/a/b").status, 404);
    for (const char *bad : {"%", "%2", "%zz", "%00", "%ff"})
        QCOMPARE(api.ask("GET", QByteArray("/scheduler/jobs/") + bad).status, 400);
}

void TestJobsController::answersWhenTheRunHasEnded()
{
    ApiBench api;
    const QByteArray job =
        api.ask("POST", "/scheduler/jobs", body("'trigger':'interval','hours':1")).body;
    api.send(ApiBench::request("POST", "/scheduler/jobs/j/run", "{nonsense"));
    api.send(ApiBench::request("POST", "/scheduler/jobs/j/run")); // beside the first
    QCOMPARE(api.bench.executor.running.size(), 2);
    QVERIFY(!api.last);
    api.bench.executor.finishAll();
    api.bench.scheduler.processDue();
    QVERIFY(api.last);
    QCOMPARE(api.last->status, 200);
    const QJsonObject shown = ApiBench::jsonOf(*api.last).toObject();
    QCOMPARE(shown.value(u"next_run_time"), parseJson(job)->toObject().value(u"next_run_time"));
    const auto runs = api.bench.scheduler.runs({});
    QVERIFY(runs);
    QCOMPARE(int(runs->size()), 2);
    QCOMPARE(runs->front().cause, RunCause::Api);
}

void TestJobsController::answersWithWhatTheFunctionRaised_data()
{
    QTest::addColumn<QString>("exception");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("expected");
    QTest::newRow("with text") << u"ValueError: no such file: x"_qs << u"It failed."_qs
                               << u"no such file: x"_qs;
    QTest::newRow("without") << u"KeyError"_qs << u"It failed."_qs << u"KeyError"_qs;
    QTest::newRow("a process") << QString() << u"It ended with code 3."_qs
                               << u"It ended with code 3."_qs;
}

void TestJobsController::answersWithWhatTheFunctionRaised()
{
    ApiBench api;
    api.ask("POST", "/scheduler/jobs", body("'trigger':'manual'"));
    const QByteArray before = api.ask("GET", "/scheduler/jobs/j").body;
    api.send(ApiBench::request("POST", "/scheduler/jobs/j/run"));
    RunOutcome outcome;
    outcome.state = RunState::Failed;
    QFETCH(QString, exception);
    QFETCH(QString, reason);
    outcome.exception = exception;
    outcome.reason = reason;
    emit api.bench.executor.finished(api.bench.executor.running.first(), outcome);
    api.bench.scheduler.processDue();
    QVERIFY(api.last);
    QCOMPARE(api.last->status, 500);
    QTEST(ApiBench::jsonOf(*api.last).toObject().value(u"error_message").toString(), "expected");
}

void TestJobsController::permitsListedFunctionsOnly()
{
    ApiOptions options = ApiBench::open();
    options.functions = {u"tasks.*:*"_qs, u"carillon:noop"_qs};
    ApiBench api(options);
    QCOMPARE(api.ask("POST", "/scheduler/jobs", body("'trigger':'manual'")).status, 200);
    QCOMPARE(api.ask("POST", "/scheduler/jobs",
                     json("{'id':'t','func':'tasks.mail:send','trigger':'manual'}"))
                 .status,
             200);
    const QByteArray shell = json("{'id':'s','func':'os:system','args':['id']}");
    QCOMPARE(api.ask("POST", "/scheduler/jobs", shell).status, 400);
    QCOMPARE(api.ask("PATCH", "/scheduler/jobs/j", json("{'func':'os:system'}")).status, 400);
}

void TestJobsController::giveBackADefinitionThatIsAcceptedAgain()
{
    ApiBench api;
    const QByteArray job = api.ask("POST", "/scheduler/jobs",
                                   body("'trigger':'interval','hours':1,'timeout':5,'retries':2,"
                                        "'args':[],'tags':['a']"))
                               .body;
    const QByteArray definition = api.ask("GET", "/scheduler/jobs/j/definition").body;
    api.ask("DELETE", "/scheduler/jobs/j");
    QCOMPARE(api.ask("POST", "/scheduler/jobs", definition).body, job);
}

QTEST_GUILESS_MAIN(TestJobsController)
#include "tst_jobscontroller.moc"
