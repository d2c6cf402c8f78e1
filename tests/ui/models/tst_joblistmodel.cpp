// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/schedulerclient.h"
#include "ui/format/badge.h"
#include "ui/models/joblistmodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace carillon;
using namespace carillon::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Instant noon = parseInstant(u"2026-11-20T12:00:00", Zone::utc()).value();

JobOverview overview(const QString &name, std::optional<Duration> next = {})
{
    JobOverview made;
    made.job.id = {name.toLower()};
    made.job.name = name;
    if (next) {
        made.job.trigger = IntervalTrigger::create(noon, 1h).value();
        made.job.next = noon + *next;
    }
    return made;
}

Run ended(RunState state, Duration ago)
{
    Run run;
    run.state = state;
    run.started = noon - ago;
    run.ended = noon - ago;
    return run;
}

QStringList names(const JobListModel &model)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row)
        found << model.index(row, JobListModel::Name).data().toString();
    return found;
}

SchedulerNews newsOf(const JobOverview &changed)
{
    SchedulerNews news;
    news.jobs.push_back(changed);
    return news;
}

} // namespace

class TestJobListModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void sortsEmptyTimesLast_data();
    void sortsEmptyTimesLast();
    void sortsNamesAsPeopleDo();
    void findsByWords_data();
    void findsByWords();
    void narrowsDownToASelection_data();
    void narrowsDownToASelection();
    void takesNews();
    void keepsTheSelectionThroughNewsAndFilter();
    void saysTimesAnewAsTheyPass();
    void countsEachSelection();
    void givesTextToAssistiveTechnology();

private:
    std::unique_ptr<JobListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestJobListModel::init()
{
    m_model = std::make_unique<JobListModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setTimeView({noon, Zone::utc(), QLocale(u"en"_s)});
}

void TestJobListModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

void TestJobListModel::sortsEmptyTimesLast_data()
{
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("up") << Qt::AscendingOrder << QStringList{u"B"_s, u"A"_s, u"None"_s};
    QTest::newRow("down") << Qt::DescendingOrder << QStringList{u"A"_s, u"B"_s, u"None"_s};
}

void TestJobListModel::sortsEmptyTimesLast()
{
    QFETCH(Qt::SortOrder, order);
    m_model->setJobs({overview(u"None"_s), overview(u"A"_s, 2h), overview(u"B"_s, 1h)});
    m_model->sort(JobListModel::NextRun, order);
    QTEST(names(*m_model), "expected");
}

void TestJobListModel::sortsNamesAsPeopleDo()
{
    m_model->setJobs({overview(u"job 10"_s), overview(u"Job 9"_s), overview(u"apple"_s)});
    m_model->sort(JobListModel::Name, Qt::AscendingOrder);
    QCOMPARE(names(*m_model), QStringList({u"apple"_s, u"Job 9"_s, u"job 10"_s}));
}

void TestJobListModel::findsByWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("expected");
    const QStringList all{u"Café"_s, u"Nightly Backup"_s, u"备份照片"_s};
    QTest::newRow("nothing typed") << QString() << all;
    QTest::newRow("blanks") << u"   "_s << all;
    QTest::newRow("case") << u"BACKUP"_s << QStringList{u"Nightly Backup"_s};
    QTest::newRow("any order") << u"back night"_s << QStringList{u"Nightly Backup"_s};
    QTest::newRow("accent left out") << u"cafe"_s << QStringList{u"Café"_s};
    QTest::newRow("Chinese") << u"备份"_s << QStringList{u"备份照片"_s};
    QTest::newRow("tag") << u"nas"_s << QStringList{u"Nightly Backup"_s};
    QTest::newRow("command") << u"rsync"_s << QStringList{u"备份照片"_s};
    QTest::newRow("one word is missing") << u"backup zebra"_s << QStringList();
}

void TestJobListModel::findsByWords()
{
    QFETCH(QString, typed);
    JobOverview backup = overview(u"Nightly Backup"_s);
    backup.job.tags = {u"NAS"_s};
    JobOverview photos = overview(u"备份照片"_s);
    photos.job.action = CommandAction{u"rsync"_s, {u"-a"_s}};
    m_model->setJobs({backup, photos, overview(u"Café"_s)});
    m_model->sort(JobListModel::Name, Qt::AscendingOrder);
    m_model->setWords(searchWords(typed));
    QTEST(names(*m_model), "expected");
}

void TestJobListModel::narrowsDownToASelection_data()
{
    QTest::addColumn<int>("selection");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, JobSelection selection, const QStringList &expected) {
        QTest::newRow(name) << int(selection) << expected;
    };
    row("running", JobSelection::Running, {u"Busy"_s});
    row("failed", JobSelection::Failed, {u"Broken"_s, u"Failed"_s, u"Late"_s});
    row("missed", JobSelection::Missed, {u"Missed"_s});
    row("paused", JobSelection::Paused, {u"Paused"_s});
    row("never ran", JobSelection::NeverRan, {u"Broken"_s, u"Paused"_s});
}

void TestJobListModel::narrowsDownToASelection()
{
    QFETCH(int, selection);
    JobOverview busy = overview(u"Busy"_s);
    busy.running = 1;
    JobOverview failed = overview(u"Failed"_s);
    failed.last = ended(RunState::Failed, 1h);
    JobOverview late = overview(u"Late"_s);
    late.last = ended(RunState::TimedOut, 1h);
    JobOverview broken = overview(u"Broken"_s);
    broken.job.problem = u"?"_s;
    JobOverview missed = overview(u"Missed"_s);
    missed.last = ended(RunState::Missed, 1h);
    JobOverview paused = overview(u"Paused"_s);
    paused.job.paused = true;
    m_model->setJobs({busy, failed, late, broken, missed, paused});
    m_model->sort(JobListModel::Name, Qt::AscendingOrder);
    m_model->setSelection(JobSelection(selection));
    QTEST(names(*m_model), "expected");
}

void TestJobListModel::takesNews()
{
    m_model->setJobs({overview(u"A"_s), overview(u"B"_s)});
    SchedulerNews news = newsOf(overview(u"C"_s));
    news.removedJobs.push_back({u"a"_s});
    JobOverview renamed = overview(u"B"_s);
    renamed.job.name = u"Renamed"_s;
    renamed.job.changed = noon;
    news.jobs.push_back(renamed);
    m_model->apply(news);
    QCOMPARE(names(*m_model), QStringList({u"C"_s, u"Renamed"_s}));
    QCOMPARE(m_model->find({u"a"_s}), nullptr);
    QCOMPARE(m_model->find({u"b"_s})->job.name, u"Renamed"_s);
    QCOMPARE(m_model->indexOf({u"c"_s}).row(), 0);
}

void TestJobListModel::keepsTheSelectionThroughNewsAndFilter()
{
    m_model->setJobs({overview(u"A"_s), overview(u"B"_s), overview(u"C"_s)});
    QItemSelectionModel selection(m_model.get());
    selection.select(m_model->indexOf({u"c"_s}),
                     QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);

    SchedulerNews news;
    news.removedJobs.push_back({u"a"_s});
    m_model->apply(news);
    m_model->sort(JobListModel::Name, Qt::DescendingOrder);
    QCOMPARE(selection.selectedRows().size(), 1);
    QCOMPARE(selection.selectedRows().at(0), m_model->index(0, 0));
    m_model->setJobs({overview(u"C"_s), overview(u"D"_s)});
    QCOMPARE(names(*m_model), QStringList({u"D"_s, u"C"_s}));
    QCOMPARE(selection.selectedRows().size(), 1);
    QCOMPARE(selection.selectedRows().at(0), m_model->index(1, 0));
    m_model->setWords({u"b"_s});
    QCOMPARE(selection.selectedRows().size(), 0);
}

void TestJobListModel::saysTimesAnewAsTheyPass()
{
    JobOverview near = overview(u"Near"_s, 30s);
    m_model->setJobs({near, overview(u"Far"_s, 5h)});
    m_model->sort(JobListModel::Name, Qt::AscendingOrder);
    const QModelIndex cell = m_model->index(1, JobListModel::NextRun);
    QCOMPARE(cell.data().toString(), u"in 30 s"_s);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setNow(noon + 1s);
    QCOMPARE(cell.data().toString(), u"in 29 s"_s);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.at(0).at(0).toModelIndex().row(), 1); // the far one reads as before
    m_model->setNow(noon + 60s);
    QCOMPARE(changes.at(1).at(0).toModelIndex().row(), 0);
}

void TestJobListModel::countsEachSelection()
{
    QSignalSpy counted(m_model.get(), &JobListModel::countsChanged);
    JobOverview busy = overview(u"Busy"_s);
    busy.running = 2;
    m_model->setJobs({busy, overview(u"Idle"_s)});
    QCOMPARE(m_model->counts(), (JobCounts{2, 1, 0, 0, 0, 1}));
    busy.running = 0;
    busy.last = ended(RunState::Failed, 1s);
    m_model->apply(newsOf(busy));
    QCOMPARE(m_model->counts(), (JobCounts{2, 0, 1, 0, 0, 1}));
    QCOMPARE(counted.size(), 2);
}

void TestJobListModel::givesTextToAssistiveTechnology()
{
    JobOverview failed = overview(u"A"_s);
    failed.last = ended(RunState::Failed, 3min);
    failed.last->outcome.exitCode = 2;
    m_model->setJobs({failed});
    const QModelIndex result = m_model->index(0, JobListModel::LastResult);
    QCOMPARE(result.data(Qt::AccessibleTextRole).toString(), u"Failed · exit 2"_s);
    QCOMPARE(result.data(JobListModel::BadgeRole).value<Badge>().tone, Tone::Failure);
    QCOMPARE(m_model->index(0, JobListModel::LastRun).data().toString(), u"3 min ago"_s);
}

QTEST_MAIN(TestJobListModel)
#include "tst_joblistmodel.moc"
