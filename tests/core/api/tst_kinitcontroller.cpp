// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/apibench.h"

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const QByteArray id = "64a0000000000000000000aa";

/// A message that adds the task `id`.
QByteArray addMessage(const QByteArray &strategy, const QByteArray &expression,
                      const QByteArray &more = {})
{
    return json("{'operation':'add_job','task':{'exec_strategy':'") + strategy +
           json("','job_params':{'name':'") + id +
           json("','job_class':'test.main.Test(\"kinit\", 1314, True)','expression':'")
               .replace("\"kinit\"", "\\\"kinit\\\"") +
           expression + "\"" + more + "}}}";
}

QByteArray operation(const QByteArray &name, const QByteArray &more = {})
{
    return json("{'operation':'") + name + json("','task':{'name':'") + id + "\"}" + more + "}";
}

QByteArray addInterval()
{
    return addMessage("interval", "10 * * * *", json(",'start_date':null,'end_date':null"));
}

} // namespace

class TestKinitController : public QObject
{
    Q_OBJECT

private slots:
    void addsTasks_data();
    void addsTasks();
    void refusesMessages_data();
    void refusesMessages();
    void doesEachOperation();
    void doesAMessageOnce();
    void runsATaskOnceWithARecord();
    void tellsWhatTheStoreSays();
    void keepsToPermittedFunctions();
    void listsTasks_data();
    void listsTasks();
    void showsATask();
    void showsRecords();
    void pagesRecords();
    void survivesCostlyPatterns();
    void servesTheScreens();
    void refusesForms_data();
    void refusesForms();

private:
    static QJsonObject post(ApiBench &api, const QByteArray &message)
    {
        const ApiResponse response = api.ask("POST", "/scheduler/kinit", message);
        if (response.status != 200)
            qFatal("status %d", response.status);
        return ApiBench::jsonOf(response).toObject();
    }
    static QJsonObject jobOf(ApiBench &api) { return api.object("/scheduler/jobs/" + id); }
};

void TestKinitController::addsTasks_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("next");
    QTest::newRow("interval") << addInterval() << u"2024-05-06T17:00:10+08:00"_qs;
    QTest::newRow("weeks") << addMessage("interval", "0 5 * * 1")
                           << u"2024-05-13T17:05:00+08:00"_qs;
    QTest::newRow("from a start") << addMessage("interval", "0 0 1 * *",
                                                json(",'start_date':'2024-05-06 16:30:00'"))
                                  << u"2024-05-06T17:30:00+08:00"_qs;
    QTest::newRow("cron") << addMessage("cron", "0 15 10 * * ?") << u"2024-05-07T10:15:00+08:00"_qs;
    QTest::newRow("cron in another zone")
        << addMessage("cron", "0 15 10 * * ?", json(",'timezone':'Europe/Berlin'"))
        << u"2024-05-06T10:15:00+02:00"_qs.replace(u"05-06"_qs, u"05-07"_qs);
    QTest::newRow("date") << addMessage("date", "2030-01-01 10:00:00")
                          << u"2030-01-01T10:00:00+08:00"_qs;
}

void TestKinitController::addsTasks()
{
    QFETCH(QByteArray, message);
    QFETCH(QString, next);
    ApiBench api;
    const QJsonObject answer = post(api, message);
    QCOMPARE(answer, (QJsonObject{{u"code"_qs, 200},
                                  {u"message"_qs, u"success"_qs},
                                  {u"data"_qs, QJsonObject{{u"subscribe_number"_qs, 1},
                                                           {u"is_active"_qs, true}}}}));
    const QJsonObject job = jobOf(api);
    QCOMPARE(job.value(u"func").toString(), u"test.main.Test(\"kinit\", 1314, True)"_qs);
    QCOMPARE(job.value(u"next_run_time").toString(), next);
    QCOMPARE(job.value(u"misfire_grace_time"), QJsonValue(1));
}

void TestKinitController::refusesMessages_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &message, const char *text,
                        int code = 400) {
        QTest::newRow(name) << message << code << QString::fromUtf8(text);
    };
    row("nothing", "", "The body is empty");
    row("no JSON", "{", "Not valid JSON");
    row("an array", "[]", "A JSON object is expected.");
    row("no operation", "{}", "“operation” is missing.");
    row("a method", json("{'operation':'close','task':{}}"), "“operation” must be one of: add_job");
    row("a number", json("{'operation':3}"), "“operation” must be one of");
    row("unknown key", json("{'operation':'add_job','task':{},'x':1}"), "“x”");
    row("unknown in task", json("{'operation':'add_job','task':{'x':1}}"), "“x”");
    row("no task", json("{'operation':'add_job'}"), "1: a Python name is expected here");
    row("no name", json("{'operation':'pause_job','task':{}}"), "“name” is missing.");
    row("keyword of main", addMessage("interval", "1 * * * *", json(",'colour':'red'")),
        "“colour”");
    row("args of main", addMessage("interval", "1 * * * *", json(",'args':[1]")),
        "main() is called");
    row("strategy", addMessage("weekly", "1"), "Invalid trigger: ");
    row("interval", addMessage("interval", "* * * * *"), "Invalid interval expression: ");
    row("cron", addMessage("cron", "5 4 * * *"), "Invalid cron expression: ");
    row("date", addMessage("date", "soon"), "Invalid date string: ");
    row("start", addMessage("interval", "1 * * * *", json(",'start_date':'soon'")), "start_date");
    row("start of a date",
        addMessage("date", "2030-01-01 10:00:00", json(",'start_date':'2024-01-01 00:00:00'")),
        "Start and end are for interval and cron only.");
    row("jitter of cron", addMessage("cron", "0 15 10 * * ?", json(",'jitter':3")),
        "“jitter” is for interval only.");
    row("zone", addMessage("cron", "0 15 10 * * ?", json(",'timezone':'Mars'")), "timezone");
    row("class", addInterval().replace("1314", "abc"), "Column");
    row("no class", addInterval().replace("test.main.Test", "Test"), "a module and a class");
    row("built-in", addInterval().replace("test.main.Test", "carillon:command"), "a module and a");
    row("name of a job", addInterval().replace(id, "a\\u0007"), "control character");
    row("surrogate", addInterval().replace(id, "a\\ud800"), "half a surrogate pair");
    row("deep", QByteArray(200, '['), "nested deeper");
    row("long id",
        json("{'operation':'pause_job','task':{'name':'a'},'id':'") + QByteArray(101, 'x') + "\"}",
        "at most 100 characters");
    row("nobody", operation("pause_job"), "not found", 404);
    row("update of nobody", addInterval().replace("add_job", "update_job"), "not found", 404);
    row("update to once", addMessage("once", "").replace("add_job", "update_job"), "“once”");
}

void TestKinitController::refusesMessages()
{
    QFETCH(QByteArray, message);
    QFETCH(int, code);
    QFETCH(QString, text);
    ApiBench api;
    const QJsonObject answer = post(api, message);
    QCOMPARE(answer.value(u"code").toInt(), code);
    QVERIFY2(answer.value(u"message").toString().contains(text),
             qPrintable(answer.value(u"message").toString()));
    QCOMPARE(ApiBench::jsonOf(api.ask("GET", "/scheduler/jobs")), QJsonValue(QJsonArray()));
}

void TestKinitController::doesEachOperation()
{
    ApiBench api;
    post(api, addInterval());
    QCOMPARE(post(api, addInterval()).value(u"message").toString(),
             u"A task with ID “%1” exists already."_qs.arg(QString::fromLatin1(id)));
    QCOMPARE(post(api, operation("pause_job")).value(u"data").toObject().value(u"is_active"),
             QJsonValue(false));
    QCOMPARE(jobOf(api).value(u"state").toString(), u"paused"_qs);
    post(api, operation("resume_job"));
    QCOMPARE(jobOf(api).value(u"state").toString(), u"scheduled"_qs);
    post(api, operation("run_once"));
    QCOMPARE(api.bench.executor.running.size(), 1);
    api.bench.executor.finishAll();
    const QJsonObject updated =
        post(api, addMessage("cron", "0 0 12 * * ?").replace("add_job", "update_job"));
    QCOMPARE(updated.value(u"code").toInt(), 200);
    QCOMPARE(jobOf(api).value(u"hour").toString(), u"12"_qs);
    post(api, operation("remove_job"));
    QCOMPARE(api.ask("GET", "/scheduler/jobs/" + id).status, 404);
    QCOMPARE(post(api, operation("remove_job")).value(u"code").toInt(), 404);
}

void TestKinitController::doesAMessageOnce()
{
    ApiBench api;
    const QByteArray named = json(",'id':'m1'");
    QByteArray added = addInterval();
    added.chop(1);
    added += json(",'id':'m0'}");
    QCOMPARE(post(api, added).value(u"code").toInt(), 200);
    QCOMPARE(post(api, added).value(u"code").toInt(), 200);
    post(api, operation("run_once", named));
    post(api, operation("run_once", named));
    QCOMPARE(api.bench.executor.running.size(), 1);
    post(api, operation("run_once", json(",'id':'m2'")));
    post(api, operation("run_once"));
    post(api, operation("run_once"));
    QCOMPARE(api.bench.executor.running.size(), 4);
    // Another life knows from its records.
    Router again(api.bench.scheduler, ApiBench::open());
    std::optional<ApiResponse> response;
    for (const QByteArray &message : {operation("run_once", named), added}) {
        again.answer(ApiBench::request("POST", "/scheduler/kinit", message),
                     [&response](const ApiResponse &answer) { response = answer; });
        QTRY_VERIFY(response);
        QCOMPARE(ApiBench::jsonOf(*response).toObject().value(u"code").toInt(), 200);
        response.reset();
    }
    QCOMPARE(api.bench.executor.running.size(), 4);
}

void TestKinitController::runsATaskOnceWithARecord()
{
    ApiBench api;
    QCOMPARE(post(api, addMessage("once", "")).value(u"code").toInt(), 200);
    api.bench.scheduler.processDue();
    QCOMPARE(api.bench.executor.running.size(), 1);
    api.bench.executor.finishAll();
    api.bench.tick(1s);
    QTRY_COMPARE(ApiBench::jsonOf(api.ask("GET", "/scheduler/jobs")), QJsonValue(QJsonArray()));
    const QJsonArray records =
        api.object("/scheduler/kinit/records?job_id=" + id).value(u"data").toArray();
    QCOMPARE(records.size(), 1);
    QCOMPARE(records.first().toObject().value(u"job_id").toString(), QString::fromLatin1(id));
    QCOMPARE(records.first().toObject().value(u"outcome").toString(), u"success"_qs);
    // With a job that does the same, it is that job which runs.
    post(api, addInterval());
    post(api, addMessage("once", ""));
    QCOMPARE(api.bench.executor.requests.last().job, JobId{QString::fromLatin1(id)});
}

void TestKinitController::tellsWhatTheStoreSays()
{
    ApiBench api;
    api.bench.store.fails = true;
    QCOMPARE(post(api, addInterval()).value(u"code").toInt(), 507);
    api.bench.store.fails = false;
    QCOMPARE(post(api, addInterval()).value(u"code").toInt(), 200);
    QCOMPARE(api.object("/scheduler/kinit/records").value(u"count").toInt(), 0);
}

void TestKinitController::keepsToPermittedFunctions()
{
    ApiOptions options = ApiBench::open();
    options.functions = {u"other.*"_qs};
    ApiBench api(options);
    const QJsonObject answer = post(api, addInterval());
    QCOMPARE(answer.value(u"code").toInt(), 400);
    QVERIFY(answer.value(u"message").toString().contains(u"not among the functions"));
}

void TestKinitController::listsTasks_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("ids");
    QTest::addColumn<int>("count");
    QTest::newRow("newest first") << QByteArray("") << u"t4 t3 t2 t1 t0"_qs << 5;
    QTest::newRow("page") << QByteArray("?page=2&limit=2") << u"t2 t1"_qs << 5;
    QTest::newRow("beyond") << QByteArray("?page=9&limit=2") << u""_qs << 5;
    QTest::newRow("part of a name") << QByteArray("?name=%5EName%20%5B13%5D") << u"t3 t1"_qs << 2;
    QTest::newRow("id") << QByteArray("?_id=t2") << u"t2"_qs << 1;
    QTest::newRow("group") << QByteArray("?group=even&limit=2") << u"t4 t2"_qs << 3;
    QTest::newRow("order") << QByteArray("?v_order_field=name") << u"t0 t1 t2 t3 t4"_qs << 5;
    QTest::newRow("order back") << QByteArray("?v_order_field=name&v_order=desc&limit=1")
                                << u"t4"_qs << 5;
}

void TestKinitController::listsTasks()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, ids);
    QFETCH(int, count);
    ApiBench api;
    for (int i = 0; i < 5; ++i) {
        api.ask("POST", "/scheduler/jobs",
                json("{'id':'t#','name':'Name #','func':'carillon:noop','trigger':'interval',"
                     "'group':'@'}")
                    .replace('#', QByteArray::number(i))
                    .replace('@', i % 2 == 0 ? "even" : "odd"));
        api.bench.tick(1ms);
    }
    const QJsonObject answer = api.object("/scheduler/kinit/tasks" + query);
    QCOMPARE(answer.value(u"code").toInt(), 200);
    QCOMPARE(answer.value(u"count").toInt(), count);
    QStringList found;
    for (const QJsonValue &task : answer.value(u"data").toArray())
        found.append(task.toObject().value(u"_id").toString());
    QCOMPARE(found.join(u' '), ids);
}

void TestKinitController::showsATask()
{
    ApiBench api;
    post(api, addMessage("interval", "0 0 1 * *",
                         json(",'start_date':'2024-05-06 16:30:00','end_date':'2030-01-01 "
                              "00:00:00'")));
    api.bench.tick(30min);
    api.bench.executor.finishAll();
    api.bench.tick(1s);
    const QJsonArray tasks = api.object("/scheduler/kinit/tasks").value(u"data").toArray();
    QCOMPARE(tasks.size(), 1);
    const QJsonObject expected{{u"_id"_qs, QString::fromLatin1(id)},
                               {u"name"_qs, QString::fromLatin1(id)},
                               {u"group"_qs, QJsonValue::Null},
                               {u"job_class"_qs, u"test.main.Test(\"kinit\", 1314, True)"_qs},
                               {u"exec_strategy"_qs, u"interval"_qs},
                               {u"expression"_qs, u"* * 1 * *"_qs},
                               {u"is_active"_qs, true},
                               {u"remark"_qs, QJsonValue::Null},
                               {u"start_date"_qs, u"2024-05-06 16:30:00"_qs},
                               {u"end_date"_qs, u"2030-01-01 00:00:00"_qs},
                               {u"timezone"_qs, u"Asia/Shanghai"_qs},
                               {u"create_datetime"_qs, u"2024-05-06 17:00:00"_qs},
                               {u"update_datetime"_qs, u"2024-05-06 17:00:00"_qs},
                               {u"last_run_datetime"_qs, u"2024-05-06 17:30:00"_qs}};
    QCOMPARE(tasks.first().toObject(), expected);
}

void TestKinitController::showsRecords()
{
    ApiBench api;
    post(api, addInterval());
    api.bench.tick(10s);
    RunOutcome outcome;
    outcome.returnValue = u"好"_qs;
    emit api.bench.executor.finished(api.bench.executor.running.takeFirst(), outcome);
    api.bench.tick(10s);
    outcome = {RunState::Failed};
    outcome.exception = u"ValueError: no"_qs;
    outcome.traceback = u"line\n"_qs;
    emit api.bench.executor.finished(api.bench.executor.running.takeFirst(), outcome);
    api.bench.tick(25s); // one due time is missed
    api.bench.executor.finishAll();
    post(api, addMessage("interval", "x").replace(id, "other"));
    api.bench.executor.refusal = Error{ErrorCode::InvalidInput, u"Module not found: x"_qs};
    post(api, addInterval().replace(id, "refused"));
    const QJsonObject answer = api.object("/scheduler/kinit/records");
    const QJsonArray records = answer.value(u"data").toArray();
    QStringList outcomes;
    for (const QJsonValue &record : records)
        outcomes.append(record.toObject().value(u"outcome").toString());
    QCOMPARE(outcomes.first(2), (QStringList{u"add_failed"_qs, u"add_failed"_qs}));
    QVERIFY(outcomes.contains(u"missed"_qs));
    QCOMPARE(outcomes.mid(outcomes.size() - 2), (QStringList{u"error"_qs, u"success"_qs}));
    QCOMPARE(answer.value(u"count").toInt(), records.size());
    const QJsonObject refused = records.first().toObject();
    QCOMPARE(refused.value(u"job_id").toString(), u"refused"_qs);
    QCOMPARE(refused.value(u"exception").toString(), u"\"Module not found: x\""_qs);
    QCOMPARE(refused.value(u"expression").toString(), u"10 * * * *"_qs);
    const QJsonObject good = records.last().toObject();
    QCOMPARE(good.value(u"start_time").toString(), u"2024-05-06 17:00:10"_qs);
    QCOMPARE(good.value(u"retval").toString(), u"\"\\u597d\""_qs);
    QCOMPARE(good.value(u"exception").toString(), u"null"_qs);
    QCOMPARE(good.value(u"exec_strategy").toString(), u"interval"_qs);
    const QJsonObject failed = records.at(records.size() - 2).toObject();
    QCOMPARE(failed.value(u"exception").toString(), u"\"ValueError: no\""_qs);
    QCOMPARE(failed.value(u"traceback").toString(), u"\"line\\n\""_qs);
    QCOMPARE(failed.value(u"job_class").toString(), u"test.main.Test(\"kinit\", 1314, True)"_qs);
}

void TestKinitController::pagesRecords()
{
    ApiBench api;
    api.ask("POST", "/scheduler/jobs",
            json("{'id':'j','name':'Often','func':'carillon:noop','trigger':'manual'}"));
    for (int i = 0; i < 605; ++i) {
        QVERIFY(api.bench.scheduler.runNow(JobId{u"j"_qs}));
        api.bench.executor.finishAll();
    }
    api.bench.tick(1s);
    const QJsonObject page = api.object("/scheduler/kinit/records?page=61&limit=10&name=Oft");
    QCOMPARE(page.value(u"count").toInt(), 605);
    QCOMPARE(page.value(u"data").toArray().size(), 5);
    QCOMPARE(page.value(u"data").toArray().last().toObject().value(u"run_id").toInt(), 1);
    QCOMPARE(api.object("/scheduler/kinit/records?name=Seldom").value(u"count").toInt(), 0);
}

void TestKinitController::survivesCostlyPatterns()
{
    ApiBench api;
    api.ask("POST", "/scheduler/jobs",
            json("{'id':'j','name':'#','func':'carillon:noop','trigger':'manual'}")
                .replace('#', QByteArray(60, 'a') + '!'));
    QCOMPARE(api.object("/scheduler/kinit/tasks?name=a%2B!").value(u"count").toInt(), 1);
    QCOMPARE(api.object("/scheduler/kinit/tasks?name=(a%2Ba%2B)%2Bb").value(u"count").toInt(), 0);
    for (const QByteArray &query :
         {QByteArray("name=("), QByteArray("name=") + QByteArray(201, 'a'), QByteArray("page=0"),
          QByteArray("limit=1001")}) {
        for (const char *list : {"tasks?", "records?"})
            QCOMPARE(
                api.object(QByteArray("/scheduler/kinit/") + list + query).value(u"code").toInt(),
                400);
    }
}

void TestKinitController::servesTheScreens()
{
    ApiBench api;
    const auto ask = [&api](const char *method, const QByteArray &target,
                            const QByteArray &body = {}) {
        return ApiBench::jsonOf(api.ask(method, "/scheduler/kinit/" + target, body)).toObject();
    };
    const QByteArray form = json("{'name':'Report','group':'Daily','job_class':'test.main.Test()',"
                                 "'exec_strategy':'interval','expression':'0 0 1 * *',"
                                 "'is_active':true,'remark':'for the boss','start_date':null}");
    QCOMPARE(ask("POST", "tasks", form).value(u"code").toInt(), 200);
    QJsonObject task = ask("GET", "tasks").value(u"data").toArray().first().toObject();
    const QByteArray query = "?_id=" + task.value(u"_id").toString().toLatin1();
    QCOMPARE(query.size(), 5 + 24);
    QCOMPARE(task.value(u"name").toString(), u"Report"_qs);
    QCOMPARE(task.value(u"remark").toString(), u"for the boss"_qs);
    QCOMPARE(ask("GET", "task/group/options").value(u"data"),
             QJsonValue(QJsonArray{QJsonObject{{u"value"_qs, u"Daily"_qs}}}));
    // What it shows comes back with a few changes.
    task.insert(u"group"_qs, QJsonValue::Null);
    task.insert(u"expression"_qs, u"0 0 2 * *"_qs);
    task.insert(u"is_active"_qs, false);
    const QJsonObject saved = ask("PUT", "tasks" + query, toJsonText(task));
    QCOMPARE(saved.value(u"data"),
             QJsonValue(QJsonObject{{u"subscribe_number"_qs, 1}, {u"is_active"_qs, false}}));
    task = ask("GET", "task" + query).value(u"data").toObject();
    QCOMPARE(task.value(u"expression").toString(), u"* * 2 * *"_qs);
    QCOMPARE(task.value(u"group"), QJsonValue(QJsonValue::Null));
    QCOMPARE(task.value(u"is_active"), QJsonValue(false));
    QCOMPARE(ask("POST", "task" + query).value(u"data"), QJsonValue(1));
    api.bench.executor.finishAll();
    api.bench.tick(1s);
    QCOMPARE(ask("DELETE", "tasks" + query).value(u"data"), QJsonValue(true));
    QCOMPARE(ask("GET", "task/records").value(u"count").toInt(), 1);
    for (const auto &[method, target] :
         {std::pair("GET", "task"), std::pair("POST", "task"), std::pair("DELETE", "tasks")})
        QCOMPARE(ask(method, target + query).value(u"code").toInt(), 404);
    QCOMPARE(ask("PUT", "tasks" + query, form).value(u"code").toInt(), 404);
}

void TestKinitController::refusesForms_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << json("{}") << u"Column 1"_qs;
    QTest::newRow("no name") << json("{'job_class':'a.B','exec_strategy':'interval',"
                                     "'expression':'1 * * * *'}")
                             << u"A job needs a name."_qs;
    QTest::newRow("unknown") << json("{'name':'a','colour':1}") << u"“colour”"_qs;
    QTest::newRow("expression") << json("{'name':'a','job_class':'a.B','exec_strategy':'cron',"
                                        "'expression':'x'}")
                                << u"Invalid cron expression: "_qs;
    QTest::newRow("switch") << json("{'name':'a','is_active':1}") << u"“is_active” must be"_qs;
}

void TestKinitController::refusesForms()
{
    QFETCH(QByteArray, form);
    QFETCH(QString, text);
    ApiBench api;
    const QJsonObject answer =
        ApiBench::jsonOf(api.ask("POST", "/scheduler/kinit/tasks", form)).toObject();
    QCOMPARE(answer.value(u"code").toInt(), 400);
    QVERIFY2(answer.value(u"message").toString().contains(text),
             qPrintable(answer.value(u"message").toString()));
}

QTEST_GUILESS_MAIN(TestKinitController)
#include "tst_kinitcontroller.moc"
