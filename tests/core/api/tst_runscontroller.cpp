// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/apibench.h"

#include <QSignalSpy>

using namespace carillon;
using namespace std::chrono_literals;

class TestRunsController : public QObject
{
    Q_OBJECT

private slots:
    void pagesByKey();
    void filters_data();
    void filters();
    void filtersALongHistory();
    void refusesQueries_data();
    void refusesQueries();
    void showsOneRun();
    void stopsRuns();
    void readsRangesOfLogs_data();
    void readsRangesOfLogs();
    void followsALog();
};

namespace {

/// One noop job `j` with so many successful runs.
void addRuns(ApiBench &api, int count)
{
    api.ask("POST", "/scheduler/jobs",
            json("{'id':'j','func':'carillon:noop','trigger':'manual'}"));
    for (int i = 0; i < count; ++i) {
        QVERIFY(api.bench.scheduler.runNow(JobId{u"j"_qs}));
        api.bench.executor.finishAll();
        api.bench.tick(1s);
    }
}

QList<qint64> idsOf(const QJsonObject &page)
{
    QList<qint64> ids;
    const QJsonArray runs = page.value(u"runs").toArray();
    for (const QJsonValue &run : runs)
        ids.append(run.toObject().value(u"id").toInteger());
    return ids;
}

/// All of a stream that ends.
QByteArray bodyOf(const ApiResponse &response)
{
    QByteArray body;
    bool isOver = false;
    QObject::connect(response.stream.get(), &ApiStream::piece,
                     [&body](const QByteArray &piece) { body += piece; });
    QObject::connect(response.stream.get(), &ApiStream::ended, [&isOver] { isOver = true; });
    for (int i = 0; i < 100 && !isOver; ++i)
        response.stream->next();
    return body;
}

} // namespace

void TestRunsController::pagesByKey()
{
    ApiBench api;
    addRuns(api, 5);
    const QJsonObject first = api.object("/scheduler/runs?limit=2");
    QCOMPARE(idsOf(first), (QList<qint64>{5, 4}));
    QVERIFY(api.bench.scheduler.runNow(JobId{u"j"_qs})); // what is added meanwhile moves nothing
    const QByteArray next = QByteArray::number(first.value(u"next").toInteger());
    const QJsonObject second = api.object("/scheduler/runs?limit=2&before=" + next);
    QCOMPARE(idsOf(second), (QList<qint64>{3, 2}));
    const QJsonObject last = api.object("/scheduler/runs?limit=2&before=" +
                                        QByteArray::number(second.value(u"next").toInteger()));
    QCOMPARE(idsOf(last), (QList<qint64>{1}));
    QVERIFY(last.value(u"next").isNull());
}

void TestRunsController::filters_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QList<qint64>>("expected");
    using Ids = QList<qint64>;
    QTest::newRow("of a job") << QByteArray("/scheduler/jobs/j/runs") << Ids{4, 3, 2, 1};
    QTest::newRow("by query") << QByteArray("/scheduler/runs?job=j") << Ids{4, 3, 2, 1};
    QTest::newRow("of another") << QByteArray("/scheduler/runs?job=x") << Ids{};
    QTest::newRow("running") << QByteArray("/scheduler/runs?state=queued,running") << Ids{4};
    QTest::newRow("ended") << QByteArray("/scheduler/runs?state=success,timed_out") << Ids{3, 2, 1};
    QTest::newRow("by cause") << QByteArray("/scheduler/runs?cause=schedule") << Ids{};
    QTest::newRow("since") << QByteArray("/scheduler/runs?since=2024-05-06T09:00:02") << Ids{4, 3};
    QTest::newRow("until") << QByteArray("/scheduler/runs?until=2024-05-06T09:00:01%2B00:00")
                           << Ids{1};
}

void TestRunsController::filters()
{
    ApiBench api;
    addRuns(api, 3);
    QVERIFY(api.bench.scheduler.runNow(JobId{u"j"_qs}));
    api.bench.scheduler.processDue();
    QFETCH(QByteArray, target);
    QTEST(idsOf(api.object(target)), "expected");
}

/// However far apart they lie, and whatever is added between two pages.
void TestRunsController::filtersALongHistory()
{
    ApiBench api;
    const auto add = [&api](qint64 from, qint64 to) {
        Changes changes;
        for (qint64 id = from; id <= to; ++id) {
            Run run;
            run.id = RunId{id};
            run.job = JobId{id % 2 == 0 ? u"even"_qs : u"odd"_qs};
            run.state = id % 6000 == 1 ? RunState::Failed : RunState::Success;
            changes.newRuns.push_back(run);
        }
        QVERIFY(api.bench.store.commit(changes));
    };
    add(1'000'000, 1'000'100); // retention has taken those below, and some between
    add(1'019'000, 1'038'200);
    const QByteArray target = "/scheduler/runs?state=failed&limit=2";
    const QJsonObject first = api.object(target);
    QCOMPARE(idsOf(first), (QList<qint64>{1'038'001, 1'032'001}));
    add(1'044'001, 1'044'001);
    const QJsonObject second =
        api.object(target + "&before=" + QByteArray::number(first.value(u"next").toInteger()));
    QCOMPARE(idsOf(second), (QList<qint64>{1'026'001, 1'020'001}));
    const QJsonObject last =
        api.object(target + "&before=" + QByteArray::number(second.value(u"next").toInteger()));
    QCOMPARE(idsOf(last), QList<qint64>());
    QVERIFY(last.value(u"next").isNull());
    QCOMPARE(idsOf(api.object("/scheduler/jobs/even/runs?state=failed")), QList<qint64>());
    QCOMPARE(idsOf(api.object("/scheduler/jobs/odd/runs?state=failed")).size(), 5);
}

void TestRunsController::refusesQueries_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *query, const char *field) {
        QTest::newRow(query) << QByteArray(query) << QString::fromLatin1(field);
    };
    row("state=bogus", "state");
    row("cause=bogus", "cause");
    row("limit=0", "limit");
    row("limit=100000", "limit");
    row("before=x", "before");
    row("since=yesterday", "since");
    row("until=", "until");
}

void TestRunsController::refusesQueries()
{
    ApiBench api;
    QFETCH(QByteArray, query);
    const ApiResponse response = api.ask("GET", "/scheduler/runs?" + query);
    QCOMPARE(response.status, 400);
    QTEST(ApiBench::jsonOf(response).toObject().value(u"field").toString(), "field");
}

void TestRunsController::showsOneRun()
{
    ApiBench api;
    addRuns(api, 1);
    const QJsonObject run = api.object("/scheduler/runs/1");
    QCOMPARE(run.value(u"job").toString(), u"j"_qs);
    QCOMPARE(run.value(u"state").toString(), u"success"_qs);
    QVERIFY(!api.object("/scheduler/runs/1/explain").value(u"facts").toArray().isEmpty());
    for (const char *path : {"2", "x", "2/log", "2/explain"})
        QCOMPARE(api.ask("GET", QByteArray("/scheduler/runs/") + path).status, 404);
}

void TestRunsController::stopsRuns()
{
    ApiBench api;
    addRuns(api, 1);
    QCOMPARE(api.ask("POST", "/scheduler/runs/1/stop").status, 409);
    QCOMPARE(api.ask("POST", "/scheduler/runs/7/stop").status, 404);
    QVERIFY(api.bench.scheduler.runNow(JobId{u"j"_qs}));
    QCOMPARE(api.ask("POST", "/scheduler/runs/2/stop").status, 204);
    QCOMPARE(api.bench.executor.cancelled, QList<RunId>{RunId{2}});
}

void TestRunsController::readsRangesOfLogs_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *query, const char *range, int status, const char *expected) {
        QTest::newRow((QByteArray(query) + ' ' + range).constData())
            << QByteArray(query) << QByteArray(range) << status << QByteArray(expected);
    };
    row("", "", 200, "one\ntwo\xef\xbf\xbd\n");
    row("?raw=1", "", 200, "one\ntwo\x07\n");
    row("?tail=5", "", 200, "two\xef\xbf\xbd\n");
    row("?offset=4&limit=3", "", 200, "two");
    row("", "bytes=0-2", 206, "one");
    row("", "bytes=4-", 206, "two\x07\n");
    row("", "bytes=-2", 206, "\x07\n");
    row("", "bytes=4-100", 206, "two\x07\n");
    row("", "bytes=0-1,3-4", 200, "one\ntwo\xef\xbf\xbd\n");
    row("", "bytes=100-", 416, "");
}

void TestRunsController::readsRangesOfLogs()
{
    ApiBench api;
    api.ask("POST", "/scheduler/jobs",
            json("{'id':'j','func':'carillon:noop','trigger':'manual'}"));
    QVERIFY(api.bench.scheduler.runNow(JobId{u"j"_qs}));
    api.bench.executor.write(RunId{1}, "one\ntwo\x07\n");
    api.bench.executor.finishAll();
    api.bench.scheduler.processDue();
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, range);
    ApiRequest request = ApiBench::request("GET", "/scheduler/runs/1/log" + query);
    if (!range.isEmpty())
        request.headers.push_back({"range", range});
    const ApiResponse response = api.ask(request);
    QTEST(response.status, "status");
    QFETCH(QByteArray, expected);
    if (response.status == 416) {
        QCOMPARE(ApiBench::header(response, "Content-Range"), QByteArray("bytes */9"));
        return;
    }
    QCOMPARE(ApiBench::header(response, "X-Log-Size"), QByteArray("9"));
    QCOMPARE(bodyOf(response), expected);
}

void TestRunsController::followsALog()
{
    ApiBench api;
    api.ask("POST", "/scheduler/jobs",
            json("{'id':'j','func':'carillon:noop','trigger':'manual'}"));
    QVERIFY(api.bench.scheduler.runNow(JobId{u"j"_qs}));
    const ApiResponse response = api.ask("GET", "/scheduler/runs/1/log?follow=1");
    QSignalSpy pieces(response.stream.get(), &ApiStream::piece);
    QSignalSpy ends(response.stream.get(), &ApiStream::ended);
    response.stream->next();
    QVERIFY(pieces.isEmpty());
    api.bench.executor.write(RunId{1}, "one\n");
    QCOMPARE(pieces.size(), 1);
    api.bench.executor.write(RunId{1}, "two\n"); // nobody has asked for it yet
    QCOMPARE(pieces.size(), 1);
    response.stream->next();
    QCOMPARE(pieces.size(), 2);
    response.stream->next();
    QVERIFY(ends.isEmpty());
    api.bench.executor.finishAll();
    api.bench.scheduler.processDue();
    QCOMPARE(ends.size(), 1);
}

QTEST_GUILESS_MAIN(TestRunsController)
#include "tst_runscontroller.moc"
