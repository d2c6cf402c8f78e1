// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/memorystore.h"
#include "core/stores/sqlstore.h"
#include "core/stores/storesamples.h"

#include <QTemporaryDir>

using namespace carillon;
using namespace carillon::samples;

Q_DECLARE_METATYPE(carillon::RunQuery)

/// What every store promises: each test runs against each of them.
class TestStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void cleanup();

    void keepsJobsAsTheyWere_data();
    void keepsJobsAsTheyWere();
    void keepsTheOrderOfJobs();
    void tellsWhatIsDue_data();
    void tellsWhatIsDue();
    void nextDueFollowsChanges();
    void keepsRunsAsTheyWere_data();
    void keepsRunsAsTheyWere();
    void changesRuns();
    void keepsATailUntilThereIsAnother();
    void countsWhatWasMissed();
    void pagesNewestFirst_data();
    void pagesNewestFirst();
    void findsAJobsRunsHoweverFarApart_data();
    void findsAJobsRunsHoweverFarApart();
    void keepsTheNamesThatRunsHad();
    void tellsActiveAndEndedRuns();
    void forgetsRuns();
    void tellsHistories_data();
    void tellsHistories();
    void listsJobsWithRuns();
    void remembersTheClock();
    void recordsADueTimeOnce_data();
    void recordsADueTimeOnce();
    void refusedChangesNothing();
    void removedJobsLeaveTheirRuns();
    void unknownIdsArePassedOver();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
};

void TestStore::initTestCase_data()
{
    QTest::addColumn<bool>("inMemory");
    QTest::newRow("memory") << true;
    QTest::newRow("SQLite") << false;
}

void TestStore::init()
{
    QFETCH_GLOBAL(bool, inMemory);
    if (inMemory) {
        m_store = std::make_unique<MemoryStore>();
        return;
    }
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = SqlStore::open(m_folder->filePath(u"carillon.db"_qs));
    if (!opened)
        QFAIL(qPrintable(opened.error().message));
    m_store = std::move(*opened);
}

void TestStore::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

void TestStore::keepsJobsAsTheyWere_data()
{
    QTest::addColumn<Job>("stored");
    QTest::newRow("plain") << job(u"a"_qs, at(60));
    QTest::newRow("every field") << fullJob();
    Job paused = job(u"a"_qs);
    paused.paused = true;
    QTest::newRow("paused") << paused;
    Job pending = job(u"a"_qs);
    pending.pending = {{u"order"_qs, 7}, {u"source"_qs, QJsonObject{{u"id"_qs, u"a"_qs}}}};
    QTest::newRow("waiting for the start") << pending;
    Job manual = job(u"a"_qs);
    manual.trigger.reset();
    manual.action = LogAction{u"hello"_qs};
    QTest::newRow("manual") << manual;
    Job broken = job(u"a"_qs);
    broken.problem = u"It cannot be planned."_qs;
    QTest::newRow("needs fixing") << broken;
    Job python = job(u"a"_qs, at(-1e9));
    python.action = PythonAction{u"m:f"_qs, {1, u"x"_qs, QJsonValue::Null}, {{u"k"_qs, 1.5}}};
    QTest::newRow("Python, due before 1995") << python;
}

void TestStore::keepsJobsAsTheyWere()
{
    QFETCH(Job, stored);
    QVERIFY(commit(*m_store, {.jobs = {stored}}));
    const Job *found = m_store->jobs().find(stored.id);
    QVERIFY(found);
    QCOMPARE(*found, stored);
    QCOMPARE(m_store->jobs().count(), 1);
    QVERIFY(!m_store->jobs().find({u"other"_qs}));
}

void TestStore::keepsTheOrderOfJobs()
{
    QVERIFY(commit(*m_store, {.jobs = {job(u"c"_qs), job(u"a"_qs)}}));
    QVERIFY(commit(*m_store, {.jobs = {job(u"b"_qs), job(u"c"_qs, at(5))}}));
    QCOMPARE(ids(m_store->jobs().all()), (QStringList{u"c"_qs, u"a"_qs, u"b"_qs}));
    QVERIFY(commit(*m_store, {.jobs = {job(u"d"_qs)}, .removedJobs = {{u"a"_qs}}}));
    QCOMPARE(ids(m_store->jobs().all()), (QStringList{u"c"_qs, u"b"_qs, u"d"_qs}));
    QCOMPARE(m_store->jobs().find({u"c"_qs})->next, std::optional(at(5)));
}

void TestStore::tellsWhatIsDue_data()
{
    QTest::addColumn<Instant>("now");
    QTest::addColumn<QStringList>("due");
    QTest::newRow("too early") << at(9.999999) << QStringList();
    QTest::newRow("the very instant") << at(10) << QStringList{u"z"_qs};
    QTest::newRow("ties as they were added")
        << at(20) << QStringList{u"z"_qs, u"y"_qs, u"m"_qs, u"b"_qs};
    QTest::newRow("all that wait")
        << at(1000) << QStringList{u"z"_qs, u"y"_qs, u"m"_qs, u"b"_qs, u"a"_qs};
}

void TestStore::tellsWhatIsDue()
{
    QFETCH(Instant, now);
    QFETCH(QStringList, due);
    QVERIFY(commit(*m_store,
                   {.jobs = {job(u"y"_qs, at(20)), job(u"a"_qs, at(30)), job(u"none"_qs),
                             job(u"m"_qs, at(20)), job(u"z"_qs, at(10)), job(u"b"_qs, at(20))}}));
    QCOMPARE(ids(m_store->jobs().dueJobs(now, 1000)), due);
}

void TestStore::nextDueFollowsChanges()
{
    const JobStore &jobs = m_store->jobs();
    QVERIFY(!jobs.nextDue());
    QVERIFY(commit(*m_store, {.jobs = {job(u"a"_qs, at(10)), job(u"b"_qs, at(20))}}));
    QCOMPARE(jobs.nextDue(), std::optional(at(10)));
    QVERIFY(commit(*m_store, {.advances = {{{u"a"_qs}, at(30)}}}));
    QCOMPARE(jobs.nextDue(), std::optional(at(20)));
    QCOMPARE(jobs.find({u"a"_qs})->next, std::optional(at(30)));
    QVERIFY(commit(*m_store, {.removedJobs = {{u"b"_qs}}}));
    QCOMPARE(jobs.nextDue(), std::optional(at(30)));
    QVERIFY(commit(*m_store, {.jobs = {job(u"a"_qs, at(5))}}));
    QCOMPARE(jobs.nextDue(), std::optional(at(5)));
    QVERIFY(commit(*m_store, {.advances = {{{u"a"_qs}, {}}}}));
    QVERIFY(!jobs.nextDue());
    QVERIFY(jobs.dueJobs(at(1e9), 1000).empty());
}

void TestStore::keepsRunsAsTheyWere_data()
{
    QTest::addColumn<Run>("stored");
    QTest::newRow("queued") << run(1, u"a"_qs, at(60));
    QTest::newRow("by hand") << run(1, u"a"_qs);
    QTest::newRow("every field") << finishedRun(77, u"a"_qs);
    Run missed = run(1, u"a"_qs, at(60), RunState::Missed);
    missed.dueCount = 31'536'000;
    missed.lastDue = at(31'536'060);
    missed.outcome.reason = u"Too late."_qs;
    QTest::newRow("many missed") << missed;
    Run null = run(1, u"a"_qs, {}, RunState::Success);
    null.outcome.returnValue = QJsonValue(QJsonValue::Null);
    QTest::newRow("returned null") << null;
    Run text = run(1, u"a"_qs, {}, RunState::TimedOut);
    text.outcome.state = RunState::TimedOut;
    text.outcome.returnValue = u"[\"1\"]"_qs;
    QTest::newRow("returned text") << text;
    Run tail = run(1, u"a"_qs, {}, RunState::Success);
    tail.tail = QByteArray("\0\xff\x80 end\n", 8);
    QTest::newRow("raw tail") << tail;
}

void TestStore::keepsRunsAsTheyWere()
{
    QFETCH(Run, stored);
    QVERIFY(commit(*m_store, {.newRuns = {stored}}));
    const auto found = m_store->runs().find(stored.id);
    QVERIFY(found);
    QCOMPARE(*found, stored);
    const auto highest = m_store->runs().highestId();
    QVERIFY(highest);
    QCOMPARE(*highest, stored.id);
    const auto other = m_store->runs().find({5});
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::NotFound);
    QCOMPARE(other.error().message, u"There is no run 5."_qs);
}

void TestStore::changesRuns()
{
    QVERIFY(commit(*m_store, {.newRuns = {run(1, u"a"_qs, at(60)), run(2, u"a"_qs, at(61))}}));
    Run changed = finishedRun(1, u"somebody else"_qs);
    QVERIFY(commit(*m_store, {.changedRuns = {changed}}));
    // Whose run it is and what it stands for never change.
    changed.job.text = u"a"_qs;
    changed.jobName = u"Job a"_qs;
    changed.cause = RunCause::Schedule;
    changed.by.clear();
    changed.source.reset();
    changed.due = at(60);
    changed.epoch = 0;
    changed.attempt = 1;
    changed.notBefore.reset();
    QCOMPARE(m_store->runs().find({1}).value(), changed);
    QCOMPARE(m_store->runs().find({2}).value(), run(2, u"a"_qs, at(61)));
}

void TestStore::keepsATailUntilThereIsAnother()
{
    Run ended = run(1, u"a"_qs, at(60), RunState::Success);
    ended.tail = "first";
    QVERIFY(commit(*m_store, {.newRuns = {ended}}));
    ended.tail.clear();
    ended.outcome.exitCode = 0;
    QVERIFY(commit(*m_store, {.changedRuns = {ended}}));
    QCOMPARE(m_store->runs().find({1}).value().tail, QByteArray("first"));
    ended.tail = "second";
    QVERIFY(commit(*m_store, {.changedRuns = {ended}}));
    QCOMPARE(m_store->runs().find({1}).value().tail, QByteArray("second"));
    const auto page = m_store->runs().page({});
    QVERIFY(page);
    QCOMPARE(page->at(0).tail, QByteArray());
    QCOMPARE(page->at(0).outcome.exitCode, std::optional(0));
}

void TestStore::countsWhatWasMissed()
{
    const auto missed = [](qint64 id, double ended, int dueCount) {
        Run run = samples::run(id, u"a"_qs, at(double(id)), RunState::Missed);
        run.ended = at(ended);
        run.dueCount = dueCount;
        return run;
    };
    Run merged = missed(5, 130, 100);
    merged.facts.emplace();
    merged.facts->hindrance = Hindrance::Merged;
    Run late = missed(6, 131, 4);
    late.facts.emplace();
    late.facts->hindrance = Hindrance::TooLate;
    Run skipped = missed(7, 132, 1000);
    skipped.state = RunState::Skipped;
    QVERIFY(commit(*m_store, {.newRuns = {missed(1, 59.9, 7), missed(2, 60, 1), missed(3, 119, 2),
                                          missed(4, 120, 3), merged, late, skipped}}));
    QCOMPARE(m_store->runs().missedByMinute(at(60)).value(),
             (std::map<Instant, int>{{at(60), 3}, {at(120), 7}}));
    QVERIFY(m_store->runs().missedByMinute(at(200)).value().empty());
}

void TestStore::pagesNewestFirst_data()
{
    QTest::addColumn<RunQuery>("query");
    QTest::addColumn<QList<qint64>>("expected");
    QTest::newRow("all") << RunQuery{} << QList<qint64>{6, 5, 4, 3, 2, 1};
    QTest::newRow("a few") << RunQuery{.limit = 2} << QList<qint64>{6, 5};
    QTest::newRow("none") << RunQuery{.limit = 0} << QList<qint64>{};
    QTest::newRow("older than") << RunQuery{.before = RunId{3}} << QList<qint64>{2, 1};
    QTest::newRow("older than the first") << RunQuery{.before = RunId{1}} << QList<qint64>{};
    QTest::newRow("of a job") << RunQuery{.job = JobId{u"b"_qs}} << QList<qint64>{5, 4, 2};
    QTest::newRow("of a job, paged")
        << RunQuery{.job = JobId{u"b"_qs}, .before = RunId{5}, .limit = 1} << QList<qint64>{4};
    QTest::newRow("from") << RunQuery{.from = RunId{4}} << QList<qint64>{6, 5, 4};
    QTest::newRow("of a job, from")
        << RunQuery{.job = JobId{u"b"_qs}, .from = RunId{3}} << QList<qint64>{5, 4};
    QTest::newRow("in a state") << RunQuery{.states = {RunState::Failed}} << QList<qint64>{5, 3};
    QTest::newRow("in one of two states, of a job")
        << RunQuery{.job = JobId{u"b"_qs}, .states = {RunState::Failed, RunState::Missed}}
        << QList<qint64>{5, 2};
    QTest::newRow("with a cause") << RunQuery{.causes = {RunCause::Api}} << QList<qint64>{6};
    QTest::newRow("since") << RunQuery{.since = at(3)} << QList<qint64>{6, 4, 3};
    QTest::newRow("until") << RunQuery{.until = at(3)} << QList<qint64>{2, 1};
    QTest::newRow("between") << RunQuery{.since = at(2), .until = at(4)} << QList<qint64>{3, 2};
    QTest::newRow("all at once") << RunQuery{.job = JobId{u"a"_qs},
                                             .before = RunId{6},
                                             .limit = 1,
                                             .from = RunId{2},
                                             .states = {RunState::Failed},
                                             .causes = {RunCause::Schedule},
                                             .since = at(1),
                                             .until = at(5)}
                                 << QList<qint64>{3};
    QTest::newRow("of an unknown job") << RunQuery{.job = JobId{u"x"_qs}} << QList<qint64>{};
}

void TestStore::pagesNewestFirst()
{
    QFETCH(RunQuery, query);
    Run neverDue = run(5, u"b"_qs);
    Run started = run(6, u"a"_qs);
    started.started = at(6);
    started.cause = RunCause::Api;
    std::vector<Run> runs{run(1, u"a"_qs, at(1)),
                          run(2, u"b"_qs, at(2)),
                          run(3, u"a"_qs, at(3)),
                          run(4, u"b"_qs, at(4)),
                          neverDue,
                          started};
    runs[1].state = RunState::Missed;
    runs[2].state = RunState::Failed;
    runs[4].state = RunState::Failed;
    QVERIFY(commit(*m_store, {.newRuns = runs}));
    QTEST(numbers(m_store->runs().page(query)), "expected");
}

void TestStore::findsAJobsRunsHoweverFarApart_data()
{
    QTest::addColumn<qint64>("before");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QList<qint64>>("expected");
    // A database keeps the history in parts of 131,072 runs.
    QTest::newRow("all") << qint64(0) << 10
                         << QList<qint64>{900'000, 131'073, 131'072, 131'071, 7, 5};
    QTest::newRow("within a part") << qint64(0) << 2 << QList<qint64>{900'000, 131'073};
    QTest::newRow("over an edge") << qint64(131'073) << 2 << QList<qint64>{131'072, 131'071};
    QTest::newRow("before an edge") << qint64(131'072) << 10 << QList<qint64>{131'071, 7, 5};
    QTest::newRow("before all") << qint64(5) << 10 << QList<qint64>();
    QTest::newRow("none") << qint64(0) << 0 << QList<qint64>();
}

void TestStore::findsAJobsRunsHoweverFarApart()
{
    QFETCH(qint64, before);
    QFETCH(int, limit);
    Changes changes;
    for (const qint64 id : {5, 7, 131'071, 131'072, 131'073, 900'000}) {
        changes.newRuns.push_back(finishedRun(id, u"a"_qs));
        changes.newRuns.back().due = at(double(id));
        changes.newRuns.push_back(run(id + 1'000'000, u"b"_qs, at(double(id))));
    }
    QVERIFY(commit(*m_store, changes));
    RunQuery query{.job = JobId{u"a"_qs}, .limit = limit};
    if (before > 0)
        query.before = RunId{before};
    QTEST(numbers(m_store->runs().page(query)), "expected");
    const auto history = m_store->runs().history({u"a"_qs}, 4, 3).value();
    QCOMPARE(history.lastBeyond, RunId{7});
    QCOMPARE(history.newestEnded, RunId{900'000});
    QCOMPARE(history.oldest.size(), size_t(3));
    QCOMPARE(history.oldest.back().id, RunId{131'071});
    QCOMPARE(m_store->runs().history({u"a"_qs}, 6, 1).value().lastBeyond, RunId{0});
}

void TestStore::keepsTheNamesThatRunsHad()
{
    Job renamed = job(u"a"_qs);
    renamed.name = u"Before"_qs;
    Run before = run(1, u"a"_qs, at(1));
    before.jobName = renamed.name;
    QVERIFY(commit(*m_store, {.jobs = {renamed}, .newRuns = {before}}));
    renamed.name = u"After"_qs;
    Run after = run(2, u"a"_qs, at(2));
    after.jobName = renamed.name;
    QVERIFY(commit(*m_store, {.jobs = {renamed}}));
    Run nameless = run(3, u"a"_qs, at(3));
    nameless.jobName = QString();
    QVERIFY(commit(*m_store, {.newRuns = {after, nameless}}));
    // Gone, and back under its old name.
    QVERIFY(commit(*m_store, {.removedJobs = {renamed.id}}));
    Run later = run(4, u"a"_qs, at(4));
    later.jobName = u"Before"_qs;
    QVERIFY(commit(*m_store, {.newRuns = {later}}));
    QStringList names;
    const std::vector<Run> page = m_store->runs().page({.job = renamed.id}).value();
    for (const Run &each : page)
        names.append(each.jobName);
    QCOMPARE(names, (QStringList{u"Before"_qs, u""_qs, u"After"_qs, u"Before"_qs}));
}

void TestStore::tellsActiveAndEndedRuns()
{
    QVERIFY(commit(
        *m_store,
        {.newRuns = {run(1, u"a"_qs, {}, RunState::Success), run(2, u"b"_qs, {}, RunState::Running),
                     run(3, u"a"_qs, {}, RunState::Missed), run(4, u"a"_qs, {}, RunState::Queued),
                     run(5, u"c"_qs, {}, RunState::Failed)}}));
    QCOMPARE(numbers(m_store->runs().active()), (QList<qint64>{2, 4}));
    QList<qint64> latest = numbers(m_store->runs().latestEnded());
    std::sort(latest.begin(), latest.end());
    QCOMPARE(latest, (QList<qint64>{3, 5}));

    QVERIFY(commit(*m_store, {.changedRuns = {run(2, u"b"_qs, {}, RunState::Interrupted),
                                              run(4, u"a"_qs, {}, RunState::Running)}}));
    QCOMPARE(numbers(m_store->runs().active()), QList<qint64>{4});
    latest = numbers(m_store->runs().latestEnded());
    std::sort(latest.begin(), latest.end());
    QCOMPARE(latest, (QList<qint64>{2, 3, 5}));
}

void TestStore::forgetsRuns()
{
    Run ended = finishedRun(1, u"a"_qs);
    ended.tail = "the end";
    Run other = run(2, u"a"_qs, at(60), RunState::Success);
    other.tail = "another";
    QVERIFY(commit(*m_store, {.newRuns = {ended, other, run(3, u"a"_qs, at(120))}}));
    QVERIFY(commit(*m_store, {.removedRuns = {{1}, {3}, {9}}, .droppedTails = {{2}, {9}}}));
    QCOMPARE(numbers(m_store->runs().page({.job = JobId{u"a"_qs}})), (QList<qint64>{3, 2}));
    QVERIFY(!m_store->runs().find({1}));
    QVERIFY(!m_store->runs().contains({1}).value());
    QVERIFY(m_store->runs().contains({2}).value());
    other.tail.clear();
    QCOMPARE(m_store->runs().find({2}).value(), other);
    QCOMPARE(numbers(m_store->runs().active()), QList<qint64>{3}); // one that goes on stays
    QCOMPARE(m_store->runs().highestId().value(), RunId{3});
    QVERIFY(commit(*m_store, {.newRuns = {finishedRun(4, u"a"_qs)}})); // the same due time
}

void TestStore::tellsHistories_data()
{
    QTest::addColumn<int>("keep");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QList<qint64>>("oldest");
    QTest::addColumn<qint64>("lastBeyond");
    QTest::newRow("all are kept") << 5 << 10 << QList<qint64>{1, 4, 6} << qint64(0);
    QTest::newRow("the oldest is beyond") << 4 << 10 << QList<qint64>{1, 4, 6} << qint64(1);
    QTest::newRow("none is kept") << 0 << 10 << QList<qint64>{1, 4, 6} << qint64(7);
    QTest::newRow("a few at a time") << 3 << 2 << QList<qint64>{1, 4} << qint64(2);
}

void TestStore::tellsHistories()
{
    QFETCH(int, keep);
    QFETCH(int, limit);
    QVERIFY(commit(
        *m_store,
        {.newRuns = {finishedRun(1, u"a"_qs), run(2, u"a"_qs), finishedRun(3, u"b"_qs),
                     run(4, u"a"_qs, {}, RunState::Missed), run(5, u"b"_qs, {}, RunState::Running),
                     run(6, u"a"_qs, {}, RunState::Success),
                     run(7, u"a"_qs, {}, RunState::Running)}}));
    const auto history = m_store->runs().history({u"a"_qs}, keep, limit);
    QVERIFY(history);
    QList<qint64> oldest;
    for (const JobHistory::Ended &each : history->oldest)
        oldest.append(each.id.number);
    QTEST(oldest, "oldest");
    QTEST(history->lastBeyond.number, "lastBeyond");
    QCOMPARE(history->newestEnded, RunId{6});
    QCOMPARE(history->oldest.front(), (JobHistory::Ended{{1}, at(3600.25), at(3661.5)}));
    QCOMPARE(m_store->runs().history({u"x"_qs}, 0, 10).value().newestEnded, RunId{0});
}

void TestStore::listsJobsWithRuns()
{
    QVERIFY(commit(*m_store, {.jobs = {job(u"idle"_qs)},
                              .newRuns = {run(1, u"b"_qs), run(2, u"c"_qs), run(3, u"b"_qs),
                                          run(4, u"a"_qs), run(5, u"d"_qs)}}));
    const auto jobs = [this](const QString &after, int limit) {
        QStringList ids;
        const auto listed = m_store->runs().jobsAfter({after}, limit);
        for (const JobId &id : *listed)
            ids.append(id.text);
        return ids;
    };
    const QStringList all = jobs({}, 10);
    QCOMPARE(QSet<QString>(all.begin(), all.end()),
             (QSet<QString>{u"a"_qs, u"b"_qs, u"c"_qs, u"d"_qs}));
    QCOMPARE(all.size(), 4);
    QCOMPARE(jobs({}, 3), all.first(3));
    QCOMPARE(jobs(all.at(2), 3), all.last(1));
    QCOMPARE(jobs(all.at(3), 3), QStringList());
}

void TestStore::remembersTheClock()
{
    QCOMPARE(m_store->clockRecord().value().epoch, 0);
    const ClockRecord record{3, at(17.000001)};
    QVERIFY(commit(*m_store, {.clock = record}));
    QVERIFY(m_store->clockRecord().value() == record);
}

void TestStore::recordsADueTimeOnce_data()
{
    QTest::addColumn<Run>("second");
    QTest::addColumn<bool>("accepted");
    Run retry = run(2, u"a"_qs, at(60));
    retry.attempt = 2;
    QTest::newRow("the same again") << run(2, u"a"_qs, at(60)) << false;
    QTest::newRow("the same as missed") << run(2, u"a"_qs, at(60), RunState::Missed) << false;
    QTest::newRow("a microsecond later") << run(2, u"a"_qs, at(60.000001)) << true;
    QTest::newRow("another job") << run(2, u"b"_qs, at(60)) << true;
    QTest::newRow("another attempt") << retry << true;
    Run again = run(2, u"a"_qs, at(60));
    again.epoch = 1;
    QTest::newRow("after the clock was set back") << again << true;
    QTest::newRow("by hand") << run(2, u"a"_qs) << true;
    QTest::newRow("an id that is taken") << run(1, u"b"_qs) << false;
}

void TestStore::recordsADueTimeOnce()
{
    QFETCH(Run, second);
    QFETCH(bool, accepted);
    const Run first = run(1, u"a"_qs, at(60));
    const auto together = m_store->commit({.newRuns = {first, second}});
    QCOMPARE(together.has_value(), accepted);
    if (accepted)
        return;
    QCOMPARE(together.error().code, ErrorCode::Conflict);
    QCOMPARE(numbers(m_store->runs().page({})), QList<qint64>{});
    QVERIFY(commit(*m_store, {.newRuns = {first}}));
    const auto later = m_store->commit({.newRuns = {second}});
    QVERIFY(!later);
    QCOMPARE(later.error().code, ErrorCode::Conflict);
    QCOMPARE(m_store->runs().find({1}).value(), first);
}

void TestStore::refusedChangesNothing()
{
    QVERIFY(
        commit(*m_store, {.jobs = {job(u"a"_qs, at(60))}, .newRuns = {run(1, u"a"_qs, at(60))}}));
    const auto refused = m_store->commit({.jobs = {job(u"b"_qs, at(1))},
                                          .removedJobs = {{u"a"_qs}},
                                          .advances = {{{u"a"_qs}, at(120)}},
                                          .newRuns = {run(9, u"b"_qs), run(2, u"a"_qs, at(60))},
                                          .changedRuns = {finishedRun(1, u"a"_qs)}});
    QVERIFY(!refused);
    QCOMPARE(ids(m_store->jobs().all()), QStringList{u"a"_qs});
    QCOMPARE(m_store->jobs().nextDue(), std::optional(at(60)));
    QCOMPARE(m_store->runs().find({1}).value(), run(1, u"a"_qs, at(60)));
    QCOMPARE(numbers(m_store->runs().page({})), QList<qint64>{1});
    QCOMPARE(m_store->runs().highestId().value(), RunId{1});
    QVERIFY(commit(*m_store, {.advances = {{{u"a"_qs}, at(120)}}})); // and heals
    QCOMPARE(m_store->jobs().nextDue(), std::optional(at(120)));
}

void TestStore::removedJobsLeaveTheirRuns()
{
    QVERIFY(commit(*m_store, {.jobs = {job(u"a"_qs)}, .newRuns = {finishedRun(1, u"a"_qs)}}));
    QVERIFY(commit(*m_store, {.removedJobs = {{u"a"_qs}}}));
    QCOMPARE(m_store->jobs().count(), 0);
    QCOMPARE(numbers(m_store->runs().page({.job = JobId{u"a"_qs}})), QList<qint64>{1});
    QCOMPARE(numbers(m_store->runs().latestEnded()), QList<qint64>{1});
}

void TestStore::unknownIdsArePassedOver()
{
    QVERIFY(commit(*m_store, {}));
    QVERIFY(commit(*m_store, {.removedJobs = {{u"x"_qs}},
                              .advances = {{{u"x"_qs}, at(1)}},
                              .changedRuns = {finishedRun(1, u"x"_qs)}}));
    QCOMPARE(m_store->jobs().count(), 0);
    QVERIFY(!m_store->jobs().nextDue());
    QCOMPARE(numbers(m_store->runs().page({})), QList<qint64>{});
    QCOMPARE(m_store->runs().highestId().value(), RunId{0});
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
