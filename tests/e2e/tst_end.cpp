// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/sqlstore.h"
#include "support/files.h"
#include "support/program.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <csignal>

using namespace carillon;

/// Ends, holds and scares the engine by signals while its jobs are running.
class TestEnd : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void endsWithItsJobs_data();
    void endsWithItsJobs();
    void endsAtOnceWhenAskedTwice();
    void ignoresHangUps();
    void saysThatItWasHeldUp();

private:
    void serve(Program &engine, const QJsonArray &jobs);
    std::vector<Run> runs() const;
    QJsonObject job(const QString &id, const QString &func, const QJsonArray &args) const;
    void waitForMarks(int count) const;
    int processesLeft() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_profile;
};

void TestEnd::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = m_folder->filePath(u"profile"_qs);
    const QString workspace = m_folder->filePath(u"workspace"_qs);
    QVERIFY(QDir().mkpath(workspace));
    // Says its number, then stays; the deaf one ignores TERM.
    writeFile(workspace + u"/stay.py"_qs, "import os, signal, sys, time\n"
                                          "if sys.argv[1] == 'deaf':\n"
                                          "    signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
                                          "with open('pids.txt', 'a') as pids:\n"
                                          "    pids.write('%d\\n' % os.getpid())\n"
                                          "time.sleep(600)\n");
}

QJsonObject TestEnd::job(const QString &id, const QString &func, const QJsonArray &args) const
{
    return {{u"id"_qs, id},
            {u"func"_qs, func},
            {u"args"_qs, args},
            {u"trigger"_qs, u"date"_qs},
            {u"run_date"_qs, u"2026-01-01T00:00:00Z"_qs},
            {u"misfire_grace_time"_qs, QJsonValue::Null}};
}

void TestEnd::serve(Program &engine, const QJsonArray &jobs)
{
    writeFile(m_folder->filePath(u"jobs.json"_qs), QJsonDocument(jobs).toJson());
    engine.start({u"serve"_qs, u"--profile"_qs, m_profile, u"--jobs"_qs,
                  m_folder->filePath(u"jobs.json"_qs), u"--log-level"_qs, u"info"_qs});
    QVERIFY2(!engine.line("READY=1").isEmpty(), qPrintable(engine.errors()));
}

std::vector<Run> TestEnd::runs() const
{
    const auto store = SqlStore::open(m_profile + u"/carillon.db"_qs, SqlStore::Access::ReadOnly);
    if (!store)
        return {};
    auto page = (*store)->runs().page({});
    return page ? *std::move(page) : std::vector<Run>();
}

void TestEnd::waitForMarks(int count) const
{
    const QString pids = m_profile + u"/workspace/pids.txt"_qs;
    QTRY_COMPARE_WITH_TIMEOUT(readFile(pids).count('\n'), count, 20'000);
}

int TestEnd::processesLeft() const
{
    int left = 0;
    const QList<QByteArray> pids = readFile(m_profile + u"/workspace/pids.txt"_qs).split('\n');
    for (const QByteArray &pid : pids)
        left += !pid.isEmpty() && ::kill(pid.toInt(), 0) == 0;
    return left;
}

void TestEnd::endsWithItsJobs_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("least"); // milliseconds until it has ended
    QTest::addColumn<int>("most");
    QTest::newRow("TERM") << SIGTERM << u"meek"_qs << 0 << 8'000;
    QTest::newRow("INT") << SIGINT << u"meek"_qs << 0 << 8'000;
    QTest::newRow("a job ignores TERM") << SIGTERM << u"deaf"_qs << 8'000 << 30'000;
}

void TestEnd::endsWithItsJobs()
{
    QFETCH(int, signal);
    QFETCH(QString, kind);
    Program engine(QStringLiteral(CARILLONCTL));
    serve(engine, {job(u"a"_qs, u"carillon:script"_qs, {u"stay.py"_qs, kind}),
                   job(u"b"_qs, u"carillon:script"_qs, {u"stay.py"_qs, u"meek"_qs}),
                   job(u"c"_qs, u"carillon:sleep"_qs, {600})});
    waitForMarks(2);
    QCOMPARE(processesLeft(), 2);
    QElapsedTimer watch;
    watch.start();
    QCOMPARE(::kill(pid_t(engine.pid()), signal), 0);
    QCOMPARE(engine.finish(), 0);
    QFETCH(int, least);
    QFETCH(int, most);
    QVERIFY2(watch.elapsed() >= least && watch.elapsed() <= most,
             qPrintable(QString::number(watch.elapsed())));
    QCOMPARE(processesLeft(), 0);
    QCOMPARE(runs().size(), 3U);
    for (const Run &run : runs()) {
        QCOMPARE(run.state, RunState::Interrupted);
        QCOMPARE(run.outcome.reason, u"Carillon was ended while this run was going on."_qs);
    }
    QVERIFY(!QFile::exists(m_profile + u"/carillon.db-wal"_qs)); // all is in the database
}

void TestEnd::endsAtOnceWhenAskedTwice()
{
    Program engine(QStringLiteral(CARILLONCTL));
    serve(engine, {job(u"a"_qs, u"carillon:script"_qs, {u"stay.py"_qs, u"deaf"_qs})});
    waitForMarks(1);
    QElapsedTimer watch;
    watch.start();
    engine.terminate();
    QTRY_VERIFY(engine.hasSaid("ending"));
    engine.terminate();
    QCOMPARE(engine.finish(), 0);
    QVERIFY2(watch.elapsed() < 8'000, qPrintable(QString::number(watch.elapsed())));
    QCOMPARE(processesLeft(), 0);
    QCOMPARE(runs().front().state, RunState::Interrupted);
}

void TestEnd::ignoresHangUps()
{
    QJsonObject every = job(u"j"_qs, u"carillon:noop"_qs, {});
    every.insert(u"trigger"_qs, u"interval"_qs);
    every.insert(u"seconds"_qs, 1);
    every.remove(u"run_date"_qs);
    Program engine(QStringLiteral(CARILLONCTL));
    serve(engine, {every});
    QCOMPARE(::kill(pid_t(engine.pid()), SIGHUP), 0);
    QTRY_VERIFY_WITH_TIMEOUT(runs().size() >= 2, 20'000);
    engine.terminate();
    QCOMPARE(engine.finish(), 0);
}

void TestEnd::saysThatItWasHeldUp()
{
    QJsonObject every = job(u"j"_qs, u"carillon:noop"_qs, {});
    every.insert(u"trigger"_qs, u"interval"_qs);
    every.insert(u"seconds"_qs, 1);
    every.remove(u"run_date"_qs);
    Program engine(QStringLiteral(CARILLONCTL));
    serve(engine, {every});
    QTRY_VERIFY_WITH_TIMEOUT(!runs().empty(), 20'000);
    QCOMPARE(::kill(pid_t(engine.pid()), SIGSTOP), 0);
    QTest::qWait(5'000); // a real process is held up for real time
    QCOMPARE(::kill(pid_t(engine.pid()), SIGCONT), 0);
    const auto heldUp = [this] {
        const std::vector<Run> all = runs();
        return std::any_of(all.begin(), all.end(), [](const Run &run) {
            return run.facts && run.facts->absence == Absence::Busy && run.facts->noticed;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(heldUp(), 20'000);
    engine.terminate();
    QCOMPARE(engine.finish(), 0);
    Instant due = *runs().back().due; // each due time is accounted for, once
    const std::vector<Run> all = runs();
    for (auto run = all.rbegin(); run != all.rend(); ++run) {
        QCOMPARE(*run->due, due);
        due += run->dueCount * std::chrono::seconds(1);
    }
}

QTEST_GUILESS_MAIN(TestEnd)
#include "tst_end.moc"
