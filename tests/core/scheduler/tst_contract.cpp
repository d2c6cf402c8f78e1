// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/schedulerbench.h"

#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const Instant nine = utc("2024-05-06T09:00Z");
constexpr auto step = 100ms;

/// Lets time pass in steps of a tenth of a second; each run takes `length`.
class Simulation
{
public:
    Simulation(const Job &job, std::chrono::milliseconds length, Scheduler::Options options = {})
        : m_bench(std::move(options)),
          m_length(length)
    {
        const auto added = m_bench.scheduler.addJob(job);
        if (!added)
            qFatal("%s", qPrintable(added.error().message));
    }

    /// `1.5 pause, 5.5 resume, 7 end`: seconds after nine, and what happens then.
    void play(const QString &script)
    {
        const QStringList events = script.split(u", "_qs);
        for (const QString &event : events) {
            const auto space = event.indexOf(u' ');
            const auto at = std::chrono::milliseconds(qRound64(event.left(space).toDouble() * 1e3));
            while (m_bench.clock.now() < nine + at)
                pass(std::min<Duration>(step, nine + at - m_bench.clock.now()));
            happen(event.mid(space + 1));
        }
    }

    SchedulerBench &bench() { return m_bench; }

    /// Oldest first: `Success 09:00:01`, `Missed 09:00:02 x3 merged`.
    QStringList history()
    {
        QStringList result;
        const auto page = m_bench.store.runs().page({});
        for (auto run = page->rbegin(); run != page->rend(); ++run) {
            QString line = stateWord(run->state) + u' ';
            line += run->due ? toIso(*run->due).mid(11, 8) : u"by hand"_qs;
            if (run->dueCount > 1)
                line += u" x%1"_qs.arg(run->dueCount);
            const QJsonObject facts = runFactsToJson(run->facts.value_or(RunFacts()));
            if (facts.contains(u"hindrance"))
                line += u' ' + facts[u"hindrance"].toString();
            result.append(line);
        }
        return result;
    }

private:
    static QString stateWord(RunState state)
    {
        static const QStringList words{u"Queued"_qs, u"Running"_qs, u"Success"_qs,
                                       u"Failed"_qs, u"Timed"_qs,   u"Stopped"_qs,
                                       u"Missed"_qs, u"Skipped"_qs, u"Interrupted"_qs};
        return words.at(int(state));
    }

    Scheduler *scheduler()
    {
        if (m_isDown)
            return nullptr;
        return m_restarted ? &m_restarted->scheduler : &m_bench.scheduler;
    }

    void pass(Duration length)
    {
        m_bench.clock.advance(length);
        turn();
    }

    void turn()
    {
        const Instant now = m_bench.clock.now();
        const QList<RunId> running = m_bench.executor.running;
        for (const RunId run : running) {
            if (m_starts.value(run) + m_length <= now)
                m_bench.executor.finish(run);
        }
        for (int i = 0; i < 2 && scheduler(); ++i) // what ended, then what follows
            scheduler()->processDue();
        for (const RunId run : std::as_const(m_bench.executor.running)) {
            if (!m_starts.contains(run))
                m_starts.insert(run, now);
        }
    }

    void happen(const QString &event)
    {
        const JobId id{u"j"_qs};
        bool done = true;
        if (event == u"pause")
            done = scheduler()->pause().has_value();
        else if (event == u"resume")
            done = scheduler()->resume().has_value();
        else if (event == u"pause job")
            done = scheduler()->pauseJob(id).has_value();
        else if (event == u"resume job")
            done = scheduler()->resumeJob(id).has_value();
        else if (event == u"down")
            m_isDown = true;
        else if (event == u"up")
            restart();
        else if (event == u"run by hand")
            done = scheduler()->runNow(id).has_value();
        if (!done)
            qFatal("%s was refused", qPrintable(event));
        turn();
    }

    void restart()
    {
        m_isDown = false;
        m_restarted = std::make_unique<SchedulerBench::Restarted>(m_bench);
    }

    SchedulerBench m_bench;
    std::chrono::milliseconds m_length;
    QHash<RunId, Instant> m_starts;
    bool m_isDown = false;
    std::unique_ptr<SchedulerBench::Restarted> m_restarted;
};

/// Every `seconds` from so many after nine on.
Job every(std::chrono::seconds seconds)
{
    return intervalJob("j", nine + seconds, seconds);
}

Job without(Job job, std::optional<std::chrono::seconds> grace)
{
    job.rules.missed = MissedRule::RunAll; // coalesce off
    job.rules.grace = grace;
    return job;
}

Job within(Job job, std::optional<std::chrono::seconds> grace)
{
    job.rules.grace = grace;
    return job;
}

} // namespace

/// What APScheduler does in the situations its contract describes, and where we do better. The
/// rules are its defaults (grace 1 s, coalesced, one instance) where a row says nothing else.
class TestContract : public QObject
{
    Q_OBJECT

private slots:
    void behavesAsAPScheduler_data();
    void behavesAsAPScheduler();
    void losesLessThanAPScheduler_data();
    void losesLessThanAPScheduler();
    void countsInstancesPerJob();
    void judgesLatenessBeforeTheQueue();
    void startsFromTheContractsDefaults();
};

void TestContract::behavesAsAPScheduler_data()
{
    QTest::addColumn<Job>("job");
    QTest::addColumn<int>("lengthMs");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QStringList>("history");
    const auto row = [](const char *name, const Job &job, int length, const char *script,
                        const QStringList &history) {
        QTest::newRow(name) << job << length << QString::fromLatin1(script) << history;
    };
    row("defaults, function takes 2.6 s", every(1s), 2600, "4 end",
        {u"Success 09:00:01"_qs, u"Skipped 09:00:02 overlap"_qs, u"Skipped 09:00:03 overlap"_qs,
         u"Running 09:00:04"_qs});
    row("scheduler paused 4 s, defaults", every(1s), 100, "1.5 pause, 5.5 resume, 6.5 end",
        {u"Success 09:00:01"_qs, u"Missed 09:00:02 x3 merged"_qs, u"Success 09:00:05"_qs,
         u"Success 09:00:06"_qs});
    row("scheduler paused 4 s, coalesce off, grace 1", without(every(1s), 1s), 100,
        "1.5 pause, 5.5 resume, 6.5 end",
        {u"Success 09:00:01"_qs, u"Missed 09:00:02 x3 too_late"_qs, u"Success 09:00:05"_qs,
         u"Success 09:00:06"_qs});
    row("scheduler paused 4 s, coalesce off, grace None, 0.4 s each", without(every(1s), {}), 400,
        "1.5 pause, 5.5 resume, 8.5 end",
        {u"Success 09:00:01"_qs, u"Success 09:00:02"_qs, u"Success 09:00:03"_qs,
         u"Success 09:00:04"_qs, u"Success 09:00:05"_qs, u"Skipped 09:00:06 overlap"_qs,
         u"Skipped 09:00:07 overlap"_qs, u"Success 09:00:08"_qs});
    row("interval 3 s, resumed 2.2 s after the last due time, grace 1", every(3s), 100,
        "3.5 pause, 8.2 resume, 9.5 end",
        {u"Success 09:00:03"_qs, u"Missed 09:00:06 too_late"_qs, u"Success 09:00:09"_qs});
    row("job (not scheduler) paused 2.5 s, resumed", every(1s), 100,
        "1.2 pause job, 3.7 resume job, 4.5 end", {u"Success 09:00:01"_qs, u"Success 09:00:04"_qs});
    row("late by exactly the grace still runs", dateJob("j", nine + 2s), 100,
        "1 pause, 3 resume, 4 end", {u"Success 09:00:02"_qs});
    row("late by more than the grace", dateJob("j", nine + 2s), 100, "1 pause, 3.001 resume, 4 end",
        {u"Missed 09:00:02 too_late"_qs});
    row("one-shot passed in a pause its grace covers", within(dateJob("j", nine + 2s), 60s), 100,
        "1 pause, 50 resume, 51 end", {u"Success 09:00:02"_qs});
    row("a date in the past is due at once", dateJob("j", nine - 500ms), 100, "1 end",
        {u"Success 08:59:59"_qs});
    row("a date job gets its past time back when resumed", dateJob("j", nine + 2s), 100,
        "1 pause job, 2.5 resume job, 3 end", {u"Success 09:00:02"_qs});
    row("nothing is started while the scheduler is paused", every(1s), 100, "0.5 pause, 3.5 end",
        {});
    row("runs go on while the scheduler is paused", every(1s), 1500, "1.2 pause, 4 end",
        {u"Success 09:00:01"_qs});
    row("down 5 s, defaults", every(1s), 100, "1.5 down, 6.5 up, 7.5 end",
        {u"Success 09:00:01"_qs, u"Missed 09:00:02 x4 merged"_qs, u"Success 09:00:06"_qs,
         u"Success 09:00:07"_qs});
    row("down 5 s, coalesce off and grace 3", without(every(1s), 3s), 100,
        "1.5 down, 6.5 up, 6.9 end",
        {u"Success 09:00:01"_qs, u"Missed 09:00:02 x2 too_late"_qs, u"Success 09:00:04"_qs,
         u"Success 09:00:05"_qs, u"Success 09:00:06"_qs});
    row("down 5 s, grace None", without(every(1s), {}), 100, "1.5 down, 4.5 up, 4.9 end",
        {u"Success 09:00:01"_qs, u"Success 09:00:02"_qs, u"Success 09:00:03"_qs,
         u"Success 09:00:04"_qs});
    row("one-shot 2.8 s late after a restart", dateJob("j", nine + 2s), 100,
        "1 down, 4.8 up, 6 end", {u"Missed 09:00:02 too_late"_qs});
    row("one-shot 2.8 s late after a restart, grace 60", within(dateJob("j", nine + 2s), 60s), 100,
        "1 down, 4.8 up, 6 end", {u"Success 09:00:02"_qs});
    row("an interval whose end passed meanwhile", intervalJob("j", nine + 1s, 1s, nine + 3s), 100,
        "1.5 down, 3.8 up, 6 end",
        {u"Success 09:00:01"_qs, u"Missed 09:00:02 merged"_qs, u"Success 09:00:03"_qs});
}

void TestContract::behavesAsAPScheduler()
{
    QFETCH(Job, job);
    QFETCH(int, lengthMs);
    QFETCH(QString, script);
    Simulation simulation(job, std::chrono::milliseconds(lengthMs));
    simulation.play(script);
    QTEST(simulation.history(), "history");
}

void TestContract::losesLessThanAPScheduler_data()
{
    QTest::addColumn<Job>("job");
    QTest::addColumn<int>("lengthMs");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QStringList>("history");
    Job job = dateJob("j", nine + 2s);
    QTest::newRow("a one-shot refused by an overlap waits for its turn")
        << job << 3000 << u"1 run by hand, 4.5 end, 8 end"_qs
        << QStringList{u"Success by hand"_qs, u"Success 09:00:02"_qs};
    job = every(1s);
    job.rules.overlap = OverlapRule::Queue;
    job.rules.mostQueued = 1;
    QTest::newRow("refused runs may wait in a queue")
        << job << 2600 << u"4 end"_qs
        << QStringList{u"Success 09:00:01"_qs, u"Running 09:00:02"_qs,
                       u"Skipped 09:00:03 queue_full"_qs, u"Queued 09:00:04"_qs};
    job = without(every(1s), {});
    job.rules.mostCatchUps = 2;
    QTest::newRow("what is made up is bounded")
        << job << 100 << u"1.5 pause, 5.5 resume, 5.9 end"_qs
        << QStringList{u"Success 09:00:01"_qs, u"Missed 09:00:02 x2 too_many"_qs,
                       u"Success 09:00:04"_qs, u"Success 09:00:05"_qs};
    job = every(1s);
    job.rules.missed = MissedRule::Skip;
    job.rules.grace.reset();
    QTest::newRow("nothing is made up if so wished")
        << job << 100 << u"1.5 pause, 4.9 resume, 5.5 end"_qs
        << QStringList{u"Success 09:00:01"_qs, u"Missed 09:00:02 x2 missed_rule"_qs,
                       u"Success 09:00:04"_qs, u"Success 09:00:05"_qs};
    job = without(every(1s), {});
    job.rules.maxInstances = 2;
    QTest::newRow("a unit is one instance, and ticks run beside it")
        << job << 400 << u"1.5 pause, 5.5 resume, 6.9 end"_qs
        << QStringList{u"Success 09:00:01"_qs, u"Success 09:00:02"_qs, u"Success 09:00:03"_qs,
                       u"Success 09:00:04"_qs, u"Running 09:00:05"_qs, u"Success 09:00:06"_qs};
}

void TestContract::losesLessThanAPScheduler()
{
    QFETCH(Job, job);
    QFETCH(int, lengthMs);
    QFETCH(QString, script);
    Simulation simulation(job, std::chrono::milliseconds(lengthMs));
    simulation.play(script);
    QTEST(simulation.history(), "history");
}

void TestContract::countsInstancesPerJob()
{
    Simulation simulation(every(1s), 10s);
    QVERIFY(simulation.bench().scheduler.addJob(intervalJob("other", nine + 2s, 10s)));
    simulation.play(u"2.5 end"_qs);
    QCOMPARE(simulation.history(),
             (QStringList{u"Running 09:00:01"_qs, u"Skipped 09:00:02 overlap"_qs,
                          u"Running 09:00:02"_qs}));
}

/// There the second one-shot behind a full pool is lost as too late.
void TestContract::judgesLatenessBeforeTheQueue()
{
    Scheduler::Options options;
    options.executors = {{u"default"_qs, {1}}};
    Job job = dateJob("j", nine + 1s);
    job.action = SleepAction{2500ms};
    Simulation simulation(job, 2500ms, options);
    job.id.text = u"second"_qs;
    QVERIFY(simulation.bench().scheduler.addJob(job));
    simulation.play(u"3 end"_qs);
    QCOMPARE(simulation.history(), (QStringList{u"Running 09:00:01"_qs, u"Queued 09:00:01"_qs}));
    simulation.play(u"7 end"_qs);
    QCOMPARE(simulation.history(), (QStringList{u"Success 09:00:01"_qs, u"Success 09:00:01"_qs}));
}

void TestContract::startsFromTheContractsDefaults()
{
    const Rules rules;
    QCOMPARE(rules.grace, std::optional(1s));
    QCOMPARE(rules.missed, MissedRule::RunOnce);
    QCOMPARE(rules.overlap, OverlapRule::Skip);
    QCOMPARE(rules.maxInstances, 1);
    QCOMPARE(usualExecutors().value(u"default"_qs).workers, 10);
    QCOMPARE(Job().executor, u"default"_qs);
    QCOMPARE(Job().jobStore, u"default"_qs);
}

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
