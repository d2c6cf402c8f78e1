// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/apibench.h"

#include <QSet>
#include <QSignalSpy>

using namespace carillon;
using namespace std::chrono_literals;

class TestApiRouter : public QObject
{
    Q_OBJECT

private slots:
    void allows_data();
    void allows();
    void findsNothing_data();
    void findsNothing();
    void takesAnyPrefix();
    void saysWhatTheSchedulerIsDoing();
    void startsAndShutsDown();
    void waitsForRunsUnlessTold_data();
    void waitsForRunsUnlessTold();
    void refusesToStartWhereItMayNot();
    void describesEveryRoute();
    void tellsHealthAndMetrics();
    void explainsSchedules_data();
    void explainsSchedules();
    void tellsNextTimesOfAJob();
    void streamsEventsAndResumes();
    void saysWhenEventsWereMissed();
};

namespace {

QSet<QByteArray> wordsOf(const QByteArray &list)
{
    QSet<QByteArray> words;
    for (const QByteArray &word : list.split(','))
        words.insert(word.trimmed());
    return words;
}

/// The next piece of a stream; it must not be over.
QByteArray pieceOf(const ApiResponse &response)
{
    QSignalSpy pieces(response.stream.get(), &ApiStream::piece);
    response.stream->next();
    if (pieces.isEmpty())
        pieces.wait();
    return pieces.value(0).value(0).toByteArray();
}

} // namespace

void TestApiRouter::allows_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("allow");
    const auto row = [](const char *path, const char *allow) {
        QTest::newRow(path) << QByteArray(path) << QByteArray(allow);
    };
    row("/scheduler", "GET,HEAD,OPTIONS");
    row("/scheduler/jobs", "GET,HEAD,POST,OPTIONS");
    row("/scheduler/jobs/x", "GET,HEAD,DELETE,PATCH,OPTIONS");
    for (const char *action : {"start", "shutdown", "pause", "resume", "jobs/x/pause",
                               "jobs/x/resume", "jobs/x/run", "runs/1/stop"})
        row(QByteArray("/scheduler/").append(action).constData(), "POST,OPTIONS");
}

void TestApiRouter::allows()
{
    ApiBench api;
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, allow);
    const ApiResponse options = api.ask("OPTIONS", path);
    QCOMPARE(options.status, 200);
    QVERIFY(options.body.isEmpty());
    QCOMPARE(wordsOf(ApiBench::header(options, "Allow")), wordsOf(allow));
    const ApiResponse put = api.ask("PUT", path);
    QCOMPARE(put.status, 405);
    QCOMPARE(wordsOf(ApiBench::header(put, "Allow")), wordsOf(allow));
    QVERIFY(ApiBench::jsonOf(put).toObject().contains(u"error_message"));
    const ApiResponse get = api.ask("GET", path);
    const ApiResponse head = api.ask("HEAD", path);
    QCOMPARE(head.status, get.status);
    QCOMPARE(head.headers, get.headers);
}

void TestApiRouter::findsNothing_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path : {"/", "/schedule", "/schedulerx", "/scheduler/", "/scheduler/jobs/",
                             "/scheduler/jobs//run", "/scheduler/nothing", "/scheduler/jobs/a/b",
                             "/scheduler/jobs/a/run/b/c/d"})
        QTest::newRow(path) << QByteArray(path);
}

void TestApiRouter::findsNothing()
{
    ApiBench api;
    QFETCH(QByteArray, path);
    for (const char *method : {"GET", "POST", "OPTIONS"}) {
        const ApiResponse response = api.ask(method, path);
        QCOMPARE(response.status, 404);
        QVERIFY(ApiBench::jsonOf(response).toObject().contains(u"error_message"));
    }
}

void TestApiRouter::takesAnyPrefix()
{
    ApiOptions options = ApiBench::open();
    options.prefix = u"/a/b"_qs;
    ApiBench api(options);
    QCOMPARE(api.ask("GET", "/a/b").status, 200);
    QCOMPARE(api.ask("GET", "/a/b/jobs?x=y").status, 200);
    QCOMPARE(api.ask("GET", "/scheduler").status, 404);
}

void TestApiRouter::saysWhatTheSchedulerIsDoing()
{
    ApiBench api;
    const QJsonObject info = api.object("/scheduler");
    QCOMPARE(info.value(u"allowed_hosts").toArray(), QJsonArray{u"*"_qs});
    QCOMPARE(info.value(u"current_host").toString(), u"vm"_qs);
    QCOMPARE(info.value(u"state").toString(), u"running"_qs);
    api.ask("POST", "/scheduler/pause");
    QCOMPARE(api.object("/scheduler").value(u"running"), QJsonValue(true));
    QCOMPARE(api.object("/scheduler").value(u"state").toString(), u"paused"_qs);
    api.ask("POST", "/scheduler/shutdown");
    QCOMPARE(api.object("/scheduler").value(u"running"), QJsonValue(false));
}

void TestApiRouter::startsAndShutsDown()
{
    ApiBench api;
    const QByteArray isRunning = json("{'error_message':'Scheduler is already running'}");
    const QByteArray isNotRunning = json("{'error_message':'Scheduler is not running'}");
    QCOMPARE(api.ask("POST", "/scheduler/start").body, isRunning);
    for (const char *action : {"pause", "pause", "resume", "resume", "shutdown"})
        QCOMPARE(api.ask("POST", QByteArray("/scheduler/") + action).status, 204);
    for (const char *action : {"shutdown", "pause", "resume"}) {
        const ApiResponse response = api.ask("POST", QByteArray("/scheduler/") + action);
        QCOMPARE(response.status, 400);
        QCOMPARE(response.body, isNotRunning);
    }
    QCOMPARE(api.ask("POST", "/scheduler/start").status, 204);
    // Jobs really run again.
    api.ask("POST", "/scheduler/jobs",
            json("{'id':'j','func':'carillon:noop','trigger':'interval'}"));
    api.bench.tick(1s);
    QCOMPARE(api.bench.executor.running.size(), 1);
}

void TestApiRouter::waitsForRunsUnlessTold_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("waits");
    QTest::addColumn<int>("status");
    const auto row = [](const char *body, bool waits, int status = 204) {
        QTest::newRow(body) << json(body) << waits << status;
    };
    row("{'wait':false}", false);
    row("", true);
    row("{}", true);
    row("{'wait':0}", true);
    row("{'wait':null}", true);
    row("{'wait':'false'}", true);
    row("{'wait'", true);
    row("[]", true);
    row("null", true);
    row("[1]", false, 400);
    row("'x'", false, 400);
}

void TestApiRouter::waitsForRunsUnlessTold()
{
    ApiBench api;
    api.ask("POST", "/scheduler/jobs",
            json("{'id':'j','func':'carillon:noop','trigger':'manual'}"));
    QVERIFY(api.bench.scheduler.runNow(JobId{u"j"_qs}));
    QFETCH(QByteArray, body);
    QFETCH(bool, waits);
    api.send(ApiBench::request("POST", "/scheduler/shutdown", body));
    QCOMPARE(api.last.has_value(), !waits);
    api.bench.executor.finishAll();
    api.bench.scheduler.processDue();
    QTRY_VERIFY(api.last);
    QTEST(api.last->status, "status");
}

void TestApiRouter::refusesToStartWhereItMayNot()
{
    ApiOptions options = ApiBench::open();
    options.allowedHosts = {u"VM"_qs, u"other"_qs};
    ApiBench api(options);
    api.ask("POST", "/scheduler/shutdown");
    QCOMPARE(api.ask("POST", "/scheduler/start").status, 403);
    QCOMPARE(api.object("/scheduler").value(u"running"), QJsonValue(false));
}

void TestApiRouter::describesEveryRoute()
{
    ApiBench api;
    const QJsonObject described = api.object("/scheduler/openapi.json").value(u"paths").toObject();
    QStringList known;
    for (const Route &route : api.router.routes().routes()) {
        const QString path = route.path.isEmpty() ? u"/"_qs : QString::fromLatin1(route.path);
        known.append(path);
        QStringList methods;
        for (const Route::Method &method : route.methods)
            methods.append(QString::fromLatin1(method.name).toLower());
        QStringList found = described.value(path).toObject().keys();
        found.removeOne(u"parameters"_qs);
        methods.sort();
        QCOMPARE(found, methods);
    }
    known.sort();
    QStringList paths = described.keys();
    paths.sort();
    QCOMPARE(paths, known);
}

void TestApiRouter::tellsHealthAndMetrics()
{
    ApiBench api;
    const ApiResponse well = api.ask("GET", "/scheduler/health");
    QCOMPARE(well.status, 200);
    QCOMPARE(ApiBench::jsonOf(well).toObject().value(u"status").toString(), u"ok"_qs);
    api.ask("POST", "/scheduler/jobs",
            json("{'id':'j','func':'carillon:noop','trigger':'interval'}"));
    QVERIFY(
        api.ask("GET", "/scheduler/metrics").body.contains("carillon_jobs{state=\"scheduled\"} 1"));
    api.bench.store.fails = true;
    api.bench.tick(1s);
    QCOMPARE(api.ask("GET", "/scheduler/health").status, 503);
    const QByteArray metrics = api.ask("GET", "/scheduler/metrics").body;
    QVERIFY(metrics.contains("carillon_fault 1\n"));
    QVERIFY(metrics.contains("carillon_api_answers_total{status=\"503\"} 1\n"));
}

void TestApiRouter::explainsSchedules_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("first");
    const QString monday = u"Monday to Friday at 05:30"_qs;
    QTest::newRow("an expression")
        << QByteArray("GET") << QByteArray("/scheduler/words?expr=30+5+*+*+1-5&count=3")
        << QByteArray() << monday << u"2024-05-07T05:30:00+00:00"_qs;
    QTest::newRow("in Chinese") << QByteArray("GET")
                                << QByteArray("/scheduler/words?expr=30+5+*+*+1-5&language=zh")
                                << QByteArray() << QString() << u"2024-05-07T05:30:00+00:00"_qs;
    QTest::newRow("a trigger") << QByteArray("POST") << QByteArray("/scheduler/words")
                               << json("{'trigger':'cron','day_of_week':'mon-fri','hour':5,"
                                       "'minute':30,'count':3}")
                               << monday << u"2024-05-07T05:30:00+00:00"_qs;
}

void TestApiRouter::explainsSchedules()
{
    ApiBench api;
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    const ApiResponse response = api.ask(method, target, body);
    QCOMPARE(response.status, 200);
    const QJsonObject preview = ApiBench::jsonOf(response).toObject();
    QFETCH(QString, words);
    if (words.isEmpty())
        QVERIFY(preview.value(u"words").toString().contains(u"周"));
    else
        QCOMPARE(preview.value(u"words").toString(), words);
    QTEST(preview.value(u"next").toArray().first().toString(), "first");
    for (const char *wrong : {"", "?expr=nonsense", "?expr=*+*+*+*+*&count=-1",
                              "?expr=*+*+*+*+*&dialect=x", "?expr=*+*+*+*+*&timezone=x"})
        QCOMPARE(api.ask("GET", QByteArray("/scheduler/words") + wrong).status, 400);
}

void TestApiRouter::tellsNextTimesOfAJob()
{
    ApiBench api;
    api.ask("POST", "/scheduler/jobs",
            json("{'id':'j','func':'carillon:noop','trigger':'interval','hours':1,"
                 "'next_run_time':'2024-05-06T09:30:00'}"));
    const QJsonArray next = api.object("/scheduler/jobs/j/next?count=3").value(u"next").toArray();
    QCOMPARE(next, (QJsonArray{u"2024-05-06T09:30:00+00:00"_qs, u"2024-05-06T10:00:00+00:00"_qs,
                               u"2024-05-06T11:00:00+00:00"_qs}));
    api.ask("POST", "/scheduler/jobs/j/pause");
    QCOMPARE(api.object("/scheduler/jobs/j/next").value(u"next").toArray(), QJsonArray());
    QCOMPARE(api.ask("GET", "/scheduler/jobs/j/next?count=x").status, 400);
    QCOMPARE(api.ask("GET", "/scheduler/jobs/other/next").status, 404);
}

void TestApiRouter::streamsEventsAndResumes()
{
    ApiBench api;
    ApiRequest request = ApiBench::request("GET", "/scheduler/events");
    QByteArray lastId;
    {
        const ApiResponse first = api.ask(request);
        QCOMPARE(ApiBench::header(first, "Content-Type"), QByteArray("text/event-stream"));
        QVERIFY(pieceOf(first).startsWith("retry:"));
        api.ask("POST", "/scheduler/pause");
        const QByteArray piece = pieceOf(first);
        QVERIFY(piece.contains("event: scheduler_paused\n"));
        lastId = piece.mid(4, piece.indexOf('\n') - 4);
    }
    api.ask("POST", "/scheduler/resume"); // while nobody listens
    request.headers.push_back({"last-event-id", lastId});
    const QByteArray piece = pieceOf(api.ask(request));
    QVERIFY(piece.contains("event: scheduler_resumed\n"));
    QVERIFY(!piece.contains("scheduler_paused"));
    QVERIFY(!piece.contains("event: reset"));
}

void TestApiRouter::saysWhenEventsWereMissed()
{
    ApiBench api;
    ApiRequest request = ApiBench::request("GET", "/scheduler/events");
    request.headers.push_back({"last-event-id", "earlier-7"});
    QVERIFY(pieceOf(api.ask(request)).contains("event: reset\n"));
    // Whoever reads too slowly is told so, and costs no more than the log keeps.
    request.headers.pop_back();
    const ApiResponse slow = api.ask(request);
    pieceOf(slow);
    for (int i = 0; i < 11'000; ++i) {
        QVERIFY(api.bench.scheduler.pause());
        QVERIFY(api.bench.scheduler.resume());
    }
    QVERIFY(pieceOf(slow).contains("event: reset\n"));
}

QTEST_GUILESS_MAIN(TestApiRouter)
#include "tst_apirouter.moc"
