// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/newscollector.h"
#include "support/schedulerbench.h"

#include <QElapsedTimer>
#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

Run runOf(int number, const QString &job)
{
    Run run;
    run.id.number = number;
    run.job.text = job;
    run.tail = "the end of its output";
    return run;
}

/// What came out of a collector; each is taken in at once.
class News
{
public:
    explicit News(NewsCollector &collector)
    {
        QObject::connect(&collector, &NewsCollector::collected, &collector,
                         [this, &collector](const SchedulerNews &news) {
                             all.push_back(news);
                             collector.resume();
                         });
    }

    std::vector<SchedulerNews> all;
};

} // namespace

class TestNewsCollector : public QObject
{
    Q_OBJECT

private slots:
    void tellsTheNewestOfEachOnce();
    void boundsWhatItKeeps();
    void staysPreciseAboutTheOther();
    void tellsTenTimesASecondAtMost();
    void waitsUntilNewsAreTakenIn();
};

void TestNewsCollector::tellsTheNewestOfEachOnce()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("a")));
    NewsCollector collector(bench.scheduler);
    const News news(collector);
    Run run = runOf(7, u"a"_qs);
    for (int i = 0; i < 200'000; ++i) {
        run.outputSize = i;
        emit bench.scheduler.runChanged(run);
        emit bench.scheduler.outputArrived(run.id);
    }
    emit bench.scheduler.jobRemoved(JobId{u"b"_qs});
    QTRY_COMPARE(news.all.size(), 1U);
    QCOMPARE(news.all[0].runs.size(), 1U);
    QCOMPARE(news.all[0].runs[0].outputSize, 199'999);
    QCOMPARE(news.all[0].runs[0].tail, QByteArray());
    QCOMPARE(news.all[0].output, std::vector<RunId>{run.id});
    QCOMPARE(news.all[0].jobs.size(), 1U);
    QCOMPARE(news.all[0].removedJobs, std::vector<JobId>{JobId{u"b"_qs}});
    QVERIFY(!news.all[0].manyJobs);
    QVERIFY(!news.all[0].manyRuns);
}

void TestNewsCollector::boundsWhatItKeeps()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("a")));
    NewsCollector collector(bench.scheduler);
    const News news(collector);
    for (int i = 0; i < 100'000; ++i) {
        emit bench.scheduler.runChanged(runOf(i, QString::number(i)));
        emit bench.scheduler.jobRemoved(JobId{QString::number(i)});
    }
    QTRY_COMPARE(news.all.size(), 1U);
    QVERIFY(news.all[0].manyJobs);
    QVERIFY(news.all[0].manyRuns);
    QCOMPARE(news.all[0].jobs.size() + news.all[0].removedJobs.size(), 0U);
    QCOMPARE(news.all[0].runs.size(), 0U);

    emit bench.scheduler.runChanged(runOf(1, u"a"_qs)); // and begins anew
    QTRY_COMPARE(news.all.size(), 2U);
    QVERIFY(!news.all[1].manyJobs);
    QVERIFY(!news.all[1].manyRuns);
    QCOMPARE(news.all[1].jobs.size(), 1U);
    QCOMPARE(news.all[1].runs.size(), 1U);
}

/// One busy job among many: its runs are too many to be told, it is not.
void TestNewsCollector::staysPreciseAboutTheOther()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("a")));
    NewsCollector collector(bench.scheduler);
    const News news(collector);
    for (int i = 0; i <= NewsCollector::mostTold; ++i)
        emit bench.scheduler.runChanged(runOf(i, u"a"_qs));
    QTRY_COMPARE(news.all.size(), 1U);
    QVERIFY(news.all[0].manyRuns);
    QVERIFY(!news.all[0].manyJobs);
    QCOMPARE(news.all[0].jobs.size(), 1U);

    for (int i = 0; i < NewsCollector::mostTold; ++i)
        emit bench.scheduler.outputArrived(RunId{i});
    QTRY_COMPARE(news.all.size(), 2U);
    QVERIFY(!news.all[1].manyRuns);
    QCOMPARE(news.all[1].output.size(), size_t(NewsCollector::mostTold));
}

void TestNewsCollector::tellsTenTimesASecondAtMost()
{
    SchedulerBench bench;
    NewsCollector collector(bench.scheduler);
    const News news(collector);
    QElapsedTimer watch;
    watch.start();
    for (int i = 0; news.all.size() < 4; ++i) {
        emit bench.scheduler.runChanged(runOf(i, QString::number(i)));
        QCoreApplication::processEvents();
        QVERIFY(watch.elapsed() < 60'000);
    }
    QVERIFY2(watch.elapsed() >= 280, qPrintable(QString::number(watch.elapsed())));
}

void TestNewsCollector::waitsUntilNewsAreTakenIn()
{
    SchedulerBench bench;
    NewsCollector collector(bench.scheduler);
    int told = 0;
    connect(&collector, &NewsCollector::collected, this, [&told] { ++told; });
    emit bench.scheduler.runChanged(runOf(1, u"a"_qs));
    QTRY_COMPARE(told, 1);
    emit bench.scheduler.runChanged(runOf(2, u"a"_qs));
    QTest::qWait(250);
    QCOMPARE(told, 1);
    collector.resume();
    QTRY_COMPARE(told, 2);
}

QTEST_GUILESS_MAIN(TestNewsCollector)
#include "tst_newscollector.moc"
