// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/groupedadds.h"
#include "support/schedulerbench.h"

#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const Instant nine = utc("2024-05-06T09:00Z");

/// Counts commits, and refuses those that bring a job called "refused".
class CountingStore final : public Store
{
public:
    const JobStore &jobs() const override { return m_store.jobs(); }
    const RunStore &runs() const override { return m_store.runs(); }
    Result<ClockRecord> clockRecord() const override { return m_store.clockRecord(); }
    Result<> commit(const Changes &changes) override
    {
        ++commits;
        for (const Job &job : changes.jobs) {
            if (job.id.text == u"refused")
                return Error{code, u"No."_qs};
        }
        return m_store.commit(changes);
    }

    int commits = 0;
    ErrorCode code = ErrorCode::StoreFull;

private:
    MemoryStore m_store;
};

struct Bench
{
    QTemporaryDir folder;
    FakeClock clock{nine};
    CountingStore store;
    FakeExecutor executor;
    RunLogs logs{QDir(folder.path())};
    Scheduler scheduler{clock, store, executor, logs, Scheduler::Options{folder.path()}};
    GroupedAdds adds{scheduler};
    QStringList answers; ///< ids, or what was wrong

    Bench() { SchedulerBench::begin(scheduler); }

    void add(const JobEntry &entry)
    {
        adds.add(entry, {{clock.now()}}, [this](const Result<Job> &added) {
            answers.append(added ? added->id.text : u"error %1"_qs.arg(int(added.error().code)));
        });
    }
    /// `a!` replaces a job by that id, `b<a` runs after a, `broken` cannot be read, and nothing has
    /// an id of its own.
    void add(const QString &word)
    {
        JobEntry entry{intervalJob("", nine, 10s)};
        const QStringList parts = word.split(u'<');
        entry.replaceExisting = word.endsWith(u'!');
        entry.job.id.text = entry.replaceExisting ? word.chopped(1) : parts.first();
        entry.job.name = entry.job.id.text.isEmpty() ? u"a"_qs : entry.job.id.text;
        if (word == u"broken")
            entry.job.rules.maxInstances = -1;
        if (parts.size() > 1) {
            entry.job.trigger.reset();
            entry.job.rules.after.jobs = {JobId{parts.last()}};
        }
        add(entry);
    }
};

} // namespace

/// Adds that come together: one transaction, an answer for each.
class TestGroupedAdds : public QObject
{
    Q_OBJECT

private slots:
    void answer_data();
    void answer();
    void answerAfterTheCommit();
    void waitOnceForABusyStore();
    void areHeardOfOnce();
};

void TestGroupedAdds::answer_data()
{
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<int>("commits");
    const auto row = [](const char *name, const char *wanted, const char *expected, int commits) {
        QTest::newRow(name) << QString::fromLatin1(wanted).split(u' ')
                            << QString::fromLatin1(expected).split(u',') << commits;
    };
    row("one", "a", "a", 1);
    row("several", "a b c d", "a,b,c,d", 1);
    row("one cannot be accepted", "a broken c", "a,error 0,c", 1);
    row("the id is known", "known b", "error 2,b", 1);
    row("the id is taken by one before it", "a b a c", "a,b,error 2,c", 2);
    row("one replaces one before it", "a b a! c", "a,b,a,c", 2);
    row("one that exists is replaced", "known! b", "known,b", 1);
    row("one follows one before it", "a b<a c", "a,b,c", 2);
    row("one follows nobody", "a b<x c", "a,error 0,c", 2);
    QTest::newRow("ids are made of names") << QStringList{u"a"_qs, QString(), u"c"_qs}
                                           << QStringList{u"a"_qs, u"a-2"_qs, u"c"_qs} << 2;
    row("the store refuses one", "a refused c", "a,error 6,c", 4);
}

void TestGroupedAdds::answer()
{
    QFETCH(QStringList, wanted);
    Bench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("known")));
    bench.store.commits = 0;
    for (const QString &word : wanted)
        bench.add(word);
    QTRY_COMPARE(bench.answers.size(), wanted.size());
    QTEST(bench.answers, "expected");
    QTEST(bench.store.commits, "commits");
    for (const QString &answer : std::as_const(bench.answers))
        QCOMPARE(bench.scheduler.overview(JobId{answer}).has_value(), !answer.startsWith(u"error"));
}

void TestGroupedAdds::answerAfterTheCommit()
{
    Bench bench;
    bench.add(u"a"_qs);
    QCOMPARE(bench.answers, QStringList());
    QVERIFY(!bench.scheduler.overview(JobId{u"a"_qs}));
    QTRY_COMPARE(bench.answers, QStringList{u"a"_qs});
    QVERIFY(bench.store.jobs().find(JobId{u"a"_qs}));
}

/// It has kept all of them waiting already.
void TestGroupedAdds::waitOnceForABusyStore()
{
    Bench bench;
    bench.store.code = ErrorCode::StoreBusy;
    bench.store.commits = 0;
    for (const auto &word : {u"a"_qs, u"refused"_qs})
        bench.add(word);
    QTRY_COMPARE(bench.answers, QStringList({u"error 5"_qs, u"error 5"_qs}));
    QCOMPARE(bench.store.commits, 1);
    QVERIFY(!bench.scheduler.overview(JobId{u"a"_qs}));
}

void TestGroupedAdds::areHeardOfOnce()
{
    Bench bench;
    QStringList told;
    bench.scheduler.events().addListener(
        [&](const SchedulerEvent &event) { told.append(event.job.text); });
    for (const auto &word : {u"a"_qs, u"refused"_qs, u"c"_qs})
        bench.add(word);
    QTRY_COMPARE(bench.answers.size(), 3);
    QCOMPARE(told, QStringList({u"a"_qs, u"c"_qs}));
}

QTEST_GUILESS_MAIN(TestGroupedAdds)
#include "tst_groupedadds.moc"
