// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/memorystore.h"
#include "core/stores/retention.h"
#include "core/stores/runlog.h"
#include "core/stores/sqlstore.h"
#include "core/stores/storesamples.h"
#include "support/fakeclock.h"
#include "support/files.h"

#include <QTemporaryDir>

using namespace carillon;
using namespace carillon::samples;

Q_DECLARE_METATYPE(carillon::JobHistory)
Q_DECLARE_METATYPE(carillon::RetentionLimits)

namespace {

constexpr double day = 86400;

/// Ended on that day, after a second of work.
Run endedRun(qint64 id, const QString &job, double dayOfEnd)
{
    Run ended = run(id, job, at(dayOfEnd * day - 2), RunState::Success);
    ended.started = at(dayOfEnd * day - 1);
    ended.ended = at(dayOfEnd * day);
    ended.tail = "the end";
    return ended;
}

JobHistory history(const QList<double> &days, qint64 lastBeyond = 0)
{
    JobHistory history;
    for (const double each : days)
        history.oldest.push_back({{qint64(history.oldest.size()) + 1}, {}, at(each * day)});
    history.newestEnded.number = qint64(history.oldest.size());
    history.lastBeyond.number = lastBeyond;
    return history;
}

} // namespace

/// Each test runs against each kind of store; now is day 100.
class TestRetention : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void cleanup();

    void choosesWhatGoes_data();
    void choosesWhatGoes();
    void removesWhatIsBeyondTheLimits_data();
    void removesWhatIsBeyondTheLimits();
    void removesTheLogsOfWhatGoes();
    void removesLogsWithoutARun();
    void boundsTheOutput();
    void leavesOpenLogsAlone();
    void findsWhatComesLater();
    void keepsOldRunsInSmallSteps();

private:
    QString writeLog(const Run &run, qint64 size = 10);
    QList<qint64> left() const;
    /// Steps until a sweep is over; how many that took.
    int sweep(RetentionLimits limits);

    FakeClock m_clock{at(100 * day)};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<RunLogs> m_logs;
};

void TestRetention::initTestCase_data()
{
    QTest::addColumn<bool>("inMemory");
    QTest::newRow("memory") << true;
    QTest::newRow("SQLite") << false;
}

void TestRetention::init()
{
    QFETCH_GLOBAL(bool, inMemory);
    m_clock.set(at(100 * day));
    m_folder = std::make_unique<QTemporaryDir>();
    m_logs = std::make_unique<RunLogs>(QDir(m_folder->filePath(u"logs"_qs)));
    if (inMemory) {
        m_store = std::make_unique<MemoryStore>();
        return;
    }
    auto opened = SqlStore::open(m_folder->filePath(u"carillon.db"_qs));
    QVERIFY(opened);
    m_store = std::move(*opened);
}

void TestRetention::cleanup()
{
    m_store.reset();
    m_logs.reset();
    m_folder.reset();
}

QString TestRetention::writeLog(const Run &run, qint64 size)
{
    const QString path = m_logs->path(run.id, *run.started);
    QDir().mkpath(QFileInfo(path).path());
    writeFile(path, QByteArray(size, 'x'));
    return path;
}

QList<qint64> TestRetention::left() const
{
    return numbers(m_store->runs().page({.limit = 10'000}));
}

int TestRetention::sweep(RetentionLimits limits)
{
    Retention retention(m_clock, *m_store, *m_logs, limits);
    for (int steps = 1;; ++steps) {
        const auto done = retention.step();
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
        if (!*done)
            return steps;
    }
}

void TestRetention::choosesWhatGoes_data()
{
    QTest::addColumn<JobHistory>("of");
    QTest::addColumn<double>("before");
    QTest::addColumn<int>("gone");
    QTest::newRow("nothing") << JobHistory() << 10.0 << 0;
    QTest::newRow("young enough") << history({10, 11, 12}) << 10.0 << 0;
    QTest::newRow("old ones") << history({8, 9.999, 10, 11}) << 10.0 << 2;
    QTest::newRow("the last result stays") << history({1, 2, 3}) << 10.0 << 2;
    QTest::newRow("the only one stays") << history({1}, 1) << 10.0 << 0;
    QTest::newRow("beyond the number") << history({20, 21, 22, 23}, 3) << 10.0 << 3;
    QTest::newRow("beyond, but the last result") << history({20, 21}, 5) << 10.0 << 1;
    QTest::newRow("one that stays protects what follows") << history({9, 11, 9, 12}) << 10.0 << 1;
    QTest::newRow("without an age") << history({1, 2, 3}, 1) << -1.0 << 1;
}

void TestRetention::choosesWhatGoes()
{
    QFETCH(JobHistory, of);
    QFETCH(double, before);
    const std::optional<Instant> limit =
        before < 0 ? std::nullopt : std::optional(at(before * day));
    QTEST(int(prunable(of, limit).size()), "gone");
}

void TestRetention::removesWhatIsBeyondTheLimits_data()
{
    QTest::addColumn<RetentionLimits>("limits");
    QTest::addColumn<QList<qint64>>("expected");
    // a: 1 to 5, the last of them active; b, paused: 6 and 7; gone, which is no job: 8 and 9.
    QTest::newRow("no limits") << RetentionLimits{0, 0, 0}
                               << QList<qint64>{9, 8, 7, 6, 5, 4, 3, 2, 1};
    QTest::newRow("all within") << RetentionLimits{5, 100, 0}
                                << QList<qint64>{9, 8, 7, 6, 5, 4, 3, 2, 1};
    QTest::newRow("by number") << RetentionLimits{2, 0, 0} << QList<qint64>{9, 8, 7, 6, 5, 4};
    QTest::newRow("one") << RetentionLimits{1, 0, 0} << QList<qint64>{9, 7, 5, 4};
    QTest::newRow("by age") << RetentionLimits{0, 75, 0} << QList<qint64>{9, 7, 5, 4, 3};
    QTest::newRow("both") << RetentionLimits{3, 30, 0} << QList<qint64>{9, 7, 5, 4};
}

void TestRetention::removesWhatIsBeyondTheLimits()
{
    QFETCH(RetentionLimits, limits);
    Job paused = job(u"b"_qs);
    paused.paused = true;
    QVERIFY(commit(*m_store, {.jobs = {job(u"a"_qs, at(1e7)), paused},
                              .newRuns = {endedRun(1, u"a"_qs, 10), endedRun(2, u"a"_qs, 20),
                                          endedRun(3, u"a"_qs, 30), endedRun(4, u"a"_qs, 40),
                                          run(5, u"a"_qs, at(50 * day)), endedRun(6, u"b"_qs, 1),
                                          endedRun(7, u"b"_qs, 2), endedRun(8, u"gone"_qs, 1),
                                          endedRun(9, u"gone"_qs, 2)}}));
    sweep(limits);
    QTEST(left(), "expected");
    QCOMPARE(m_store->jobs().count(), 2);
}

void TestRetention::removesTheLogsOfWhatGoes()
{
    const Run old = endedRun(1, u"a"_qs, -30);
    const Run last = endedRun(2, u"a"_qs, -20);
    QVERIFY(commit(*m_store, {.newRuns = {old, last}}));
    const QString gone = writeLog(old);
    const QString base = gone.chopped(4);
    for (const QString &part : {u".spans"_qs, u".end.log"_qs, u".middle.log"_qs})
        writeFile(base + part, "x");
    const QString kept = writeLog(last);
    sweep({});
    QCOMPARE(left(), QList<qint64>{2});
    QVERIFY(QFile::exists(kept));
    QCOMPARE(QDir(QFileInfo(gone).path()).entryList(QDir::Files),
             QFileInfo(gone).path() == QFileInfo(kept).path() ? QStringList{u"2.log"_qs}
                                                              : QStringList());
}

void TestRetention::removesLogsWithoutARun()
{
    const Run known = endedRun(7, u"a"_qs, 99);
    QVERIFY(commit(*m_store, {.newRuns = {known}}));
    const QString kept = writeLog(known);
    const QString orphan = writeLog(endedRun(8, u"a"_qs, 99));
    const QString alone = writeLog(endedRun(9, u"a"_qs, -3000));
    const QString mine = QFileInfo(kept).dir().filePath(u"notes.txt"_qs);
    writeFile(mine, "not ours");
    writeFile(m_logs->folder().filePath(u"carillon.log"_qs), "of the program");
    sweep({});
    QVERIFY(QFile::exists(kept));
    QVERIFY(QFile::exists(mine));
    QVERIFY(!QFile::exists(orphan));
    QVERIFY(!QFile::exists(QFileInfo(alone).path())); // with the folder of its month
    QVERIFY(QFile::exists(m_logs->folder().filePath(u"carillon.log"_qs)));
}

void TestRetention::boundsTheOutput()
{
    const QList<Run> runs{endedRun(1, u"a"_qs, 60), endedRun(2, u"b"_qs, 61),
                          endedRun(3, u"a"_qs, 62), endedRun(4, u"a"_qs, 63)};
    QVERIFY(commit(*m_store, {.newRuns = {runs.begin(), runs.end()}}));
    QStringList logs;
    for (const Run &each : runs)
        logs.append(writeLog(each, 1000));
    sweep({.outputBytes = 2500});
    QCOMPARE(left(), (QList<qint64>{4, 3, 2, 1})); // on record they stay
    const QList<bool> exist{false, false, true, true};
    for (int i = 0; i < 4; ++i)
        QCOMPARE(QFile::exists(logs.at(i)), exist.at(i));
    QCOMPARE(m_store->runs().find({1}).value().tail, QByteArray());
    QCOMPARE(m_store->runs().find({2}).value().tail, QByteArray("the end")); // b's last result
    QCOMPARE(m_store->runs().find({3}).value().tail, QByteArray("the end"));
    sweep({.outputBytes = 2000});
    QVERIFY(QFile::exists(logs.at(2)));
}

void TestRetention::leavesOpenLogsAlone()
{
    Run active = run(1, u"a"_qs, at(99 * day), RunState::Running);
    active.started = at(99 * day);
    QVERIFY(commit(*m_store, {.newRuns = {active}}));
    QVERIFY(m_logs->open({1}, *active.started));
    m_logs->append({1}, OutputChannel::Out, QByteArray(5000, 'x'));
    sweep({.outputBytes = 1});
    QVERIFY(QFile::exists(m_logs->path({1}, *active.started)));
    QCOMPARE(m_logs->close({1}).outputSize, 5000);
}

void TestRetention::findsWhatComesLater()
{
    QVERIFY(commit(*m_store, {.newRuns = {endedRun(1, u"a"_qs, 20), endedRun(2, u"a"_qs, 21)}}));
    Retention retention(m_clock, *m_store, *m_logs, {});
    const auto sweepOnce = [&retention] {
        while (retention.step().value()) {}
    };
    sweepOnce();
    QCOMPARE(left(), (QList<qint64>{2, 1}));
    m_clock.advance(std::chrono::days(30));
    sweepOnce();
    QCOMPARE(left(), QList<qint64>{2});
}

void TestRetention::keepsOldRunsInSmallSteps()
{
    Changes changes;
    for (int i = 1; i <= 1050; ++i)
        changes.newRuns.push_back(endedRun(i, u"busy"_qs, 50 + i * 0.01));
    for (int i = 0; i < 450; ++i)
        changes.newRuns.push_back(endedRun(2000 + i, u"job %1"_qs.arg(i), 1));
    QVERIFY(commit(*m_store, changes));
    // 30 runs or 20 jobs a step: 19 for the 550 runs, 22 for the other jobs, then the list of jobs
    // is empty, then the files, then the output.
    const int steps = sweep({.runsPerJob = 500});
    QVERIFY2(steps >= 40 && steps <= 48, qPrintable(QString::number(steps)));
    QCOMPARE(left().size(), 950);
    QCOMPARE(left().last(), 551);
}

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
