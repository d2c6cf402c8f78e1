// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/runlistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace carillon;
using namespace carillon::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Instant noon = parseInstant(u"2026-11-20T12:00:00", Zone::utc()).value();

Run run(qint64 id, RunState state = RunState::Success, const QString &job = u"a"_s)
{
    Run made;
    made.id = {id};
    made.job = {job};
    made.jobName = job;
    made.state = state;
    made.started = noon;
    return made;
}

std::vector<qint64> ids(const RunListModel &model)
{
    std::vector<qint64> found;
    for (int row = 0; row < model.rowCount(); ++row)
        found.push_back(model.at(model.index(row, 0))->id.number);
    return found;
}

} // namespace

class TestRunListModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void asksForOlderRunsByKey();
    void takesNewAndChangedRuns();
    void takesOnlyRunsOfItsJob();
    void keepsWhatOvertookAPage();
    void leavesRunsBehindTheLoadedOnesToTheirPage();
    void showsAllFacts();
    void letsTheLengthOfAnActiveRunGrow();

private:
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<RunListModel> m_model;
};

void TestRunListModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<RunListModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setTimeView({noon, Zone::utc(), QLocale(u"en"_s)});
}

void TestRunListModel::asksForOlderRunsByKey()
{
    QSignalSpy asked(m_model.get(), &RunListModel::olderRunsRequested);
    m_model->setJob(std::nullopt);
    m_model->fetchMore({});
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).value<std::optional<RunId>>(), std::nullopt);
    QVERIFY(!m_model->canFetchMore({})); // one question at a time
    m_model->append({run(9), run(8)}, false);
    m_model->fetchMore({});
    QCOMPARE(asked.at(1).at(0).value<std::optional<RunId>>(), RunId{8});
    m_model->append({run(7)}, true);
    QVERIFY(!m_model->canFetchMore({}));
    QCOMPARE(ids(*m_model), (std::vector<qint64>{9, 8, 7}));
}

void TestRunListModel::takesNewAndChangedRuns()
{
    m_model->append({run(2), run(1)}, true);
    m_model->apply({run(2, RunState::Failed), run(3, RunState::Running)});
    QCOMPARE(ids(*m_model), (std::vector<qint64>{3, 2, 1}));
    QCOMPARE(m_model->find({2})->state, RunState::Failed);
    QCOMPARE(m_model->find({7}), nullptr);
}

void TestRunListModel::takesOnlyRunsOfItsJob()
{
    m_model->setJob(JobId{u"a"_s});
    m_model->append({}, true);
    m_model->apply({run(1), run(2, RunState::Success, u"b"_s)});
    QCOMPARE(ids(*m_model), (std::vector<qint64>{1}));
}

void TestRunListModel::keepsWhatOvertookAPage()
{
    m_model->setJob(std::nullopt);
    m_model->fetchMore({});
    m_model->apply({run(4, RunState::Failed)});
    m_model->append({run(5), run(4), run(3)}, true);
    QCOMPARE(ids(*m_model), (std::vector<qint64>{5, 4, 3}));
    QCOMPARE(m_model->find({4})->state, RunState::Failed);
}

void TestRunListModel::leavesRunsBehindTheLoadedOnesToTheirPage()
{
    m_model->append({run(9), run(8)}, false);
    m_model->apply({run(3, RunState::Failed)});
    QCOMPARE(ids(*m_model), (std::vector<qint64>{9, 8}));
}

void TestRunListModel::showsAllFacts()
{
    Run failed = run(1, RunState::Failed, u"Backup"_s);
    failed.due = noon - 2s;
    failed.ended = noon + 12340ms;
    failed.cause = RunCause::CatchUp;
    failed.outcome.exitCode = 127;
    failed.outcome.returnValue = 42;
    m_model->append({failed}, true);
    const QStringList expected{u"Failed · exit 127"_s,
                               u"Backup"_s,
                               u"2026-11-20 12:00:00"_s,
                               u"2026-11-20 11:59:58"_s,
                               u"2.0 s"_s,
                               u"12.3 s"_s,
                               u"Catch-up"_s,
                               u"127 (not found)"_s,
                               u"42"_s};
    for (int column = 0; column < RunListModel::ColumnCount; ++column)
        QCOMPARE(m_model->index(0, column).data().toString(), expected.at(column));
}

void TestRunListModel::letsTheLengthOfAnActiveRunGrow()
{
    m_model->append({run(2, RunState::Running), run(1)}, true);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setNow(noon + 5s);
    QCOMPARE(m_model->index(0, RunListModel::Length).data().toString(), u"5.0 s"_s);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.at(0).at(0).toModelIndex(), m_model->index(0, RunListModel::Length));
}

QTEST_MAIN(TestRunListModel)
#include "tst_runlistmodel.moc"
