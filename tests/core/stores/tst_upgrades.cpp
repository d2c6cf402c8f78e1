// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/database.h"
#include "core/stores/databasecheck.h"
#include "core/stores/migrations.h"
#include "core/stores/sqlstore.h"
#include "core/stores/statements.h"
#include "core/stores/storesamples.h"
#include "support/files.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

using namespace carillon;
using namespace carillon::samples;

namespace {

constexpr Instant start{Duration(1'763'596'800'000'000)}; // 2025-11-20T00:00:00Z
const Duration hour = std::chrono::hours(1);

/// What make.py wrote.
Run storedRun(int number, int version)
{
    const int state = number - 1;
    Run run = samples::run(number, state % 2 == 1 ? u"hourly"_qs : u"gone"_qs, {}, RunState(state));
    run.jobName = u"Once 名"_qs;
    run.cause = RunCause(state % 3);
    if (state % 3 != 2)
        run.due = start + number * hour;
    const bool ran = state >= 1 && state != 6 && state != 7;
    if (ran)
        run.started = start + number * hour + Duration(5);
    if (state >= 2) {
        run.ended = start + number * hour + Duration(9);
        run.outcome.exitCode = state;
    }
    if (state >= 2 && state <= 5)
        run.outcome.state = run.state;
    if (state > 2)
        run.outcome.reason = u"Reason %1."_qs.arg(state);
    if (state == 2)
        run.outcome.returnValue = QJsonObject{{u"n"_qs, 1}};
    run.dueCount = 1 + state;
    run.outputSize = 100 * state;
    run.outcome.processesEnded = 2;
    run.outcome.processesForced = 1;
    if (state == 2 || state == 3)
        run.tail = QByteArray("\xff end");
    if (version < 2 || number != 4)
        return run;
    run.by = u"me"_qs;
    run.source = RunId{3};
    run.notBefore = start + Duration(2);
    run.facts = RunFacts{.hindrance = Hindrance::Overlap, .other = RunId{3}};
    run.process = ProcessIdentity{4711, 5, u"b00t"_qs};
    run.outcome.userTime = Duration(7);
    run.outcome.systemTime = Duration(8);
    run.outcome.peakMemory = 9;
    return run;
}

/// The newest steps, the last of them broken off behind `count` of the statements that the steps
/// after `version` have together, by `end`.
std::vector<Migration> cutSteps(int version, qsizetype count, const QString &end)
{
    std::vector<Migration> steps(migrations().begin(), migrations().begin() + version);
    QStringList statements;
    for (size_t i = size_t(version); i < migrations().size(); ++i)
        statements += splitStatements(migrations().at(i).script);
    statements = statements.first(count);
    statements.append(end);
    steps.push_back({version + 1, statements.join(u";\n"_qs)});
    return steps;
}

qsizetype statementsAfter(int version)
{
    qsizetype count = 0;
    for (size_t i = size_t(version); i < migrations().size(); ++i)
        count += splitStatements(migrations().at(i).script).size();
    return count;
}

} // namespace

/// Databases of every released version of the schema.
class TestUpgrades : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyVersionIsHere();
    void keepsJobsAndRuns_data() { versions(); }
    void keepsJobsAndRuns();
    void isUndoneWhereverItFails_data() { cuts(); }
    void isUndoneWhereverItFails();
    void isUndoneWhereverItIsKilled_data() { cuts(); }
    void isUndoneWhereverItIsKilled();

private:
    static void versions();
    static void cuts();
    void put(int version);
    void checkUpgraded(int version);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestUpgrades::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"carillon.db"_qs);
}

void TestUpgrades::versions()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version <= int(migrations().size()); ++version)
        QTest::addRow("version %d", version) << version;
}

void TestUpgrades::cuts()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<qsizetype>("statements");
    for (int version = 1; version < int(migrations().size()); ++version) {
        for (qsizetype count = 0; count <= statementsAfter(version); ++count)
            QTest::addRow("version %d, after %d statements", version, int(count))
                << version << count;
    }
}

void TestUpgrades::put(int version)
{
    QVERIFY(QFile::copy(QStringLiteral(CARILLON_TEST_DATA) + u"/databases/v%1.db"_qs.arg(version),
                        m_file));
    QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner));
}

void TestUpgrades::checkUpgraded(int version)
{
    const auto opened = SqlStore::open(m_file);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    const Store &store = **opened;
    QCOMPARE(ids(store.jobs().all()),
             (QStringList{u"hourly"_qs, u"paused"_qs, u"manual"_qs, u"lunar"_qs, u"broken"_qs}));
    const Job *hourly = store.jobs().find({u"hourly"_qs});
    QCOMPARE(hourly->next, std::optional(start + 9 * hour));
    QCOMPARE(hourly->group, u"备份"_qs);
    QCOMPARE(hourly->action, Action(CommandAction{u"/bin/true"_qs, {}}));
    QCOMPARE(hourly->trigger->first(start + Duration(1)), std::optional(start + hour));
    QCOMPARE(hourly->rules.grace, std::optional(std::chrono::seconds(3600)));
    QVERIFY(store.jobs().find({u"paused"_qs})->paused);
    QVERIFY(!store.jobs().find({u"manual"_qs})->trigger);
    QVERIFY(store.jobs().find({u"lunar"_qs})->problem.contains(u"lunar"));
    QCOMPARE(store.jobs().find({u"broken"_qs})->problem, u"It cannot be planned."_qs);
    for (int number = 1; number <= 9; ++number)
        QCOMPARE(store.runs().find({number}).value(), storedRun(number, version));
    QCOMPARE(numbers(store.runs().active()), (QList<qint64>{1, 2}));
    QCOMPARE(store.runs().highestId().value(), RunId{12});
    const ClockRecord clock = version < 2 ? ClockRecord{0, Instant()} : ClockRecord{3, start};
    QVERIFY(store.clockRecord().value() == clock);
}

void TestUpgrades::everyVersionIsHere()
{
    const QStringList files =
        QDir(QStringLiteral(CARILLON_TEST_DATA) + u"/databases"_qs).entryList({u"v*.db"_qs});
    QCOMPARE(files.size(), qsizetype(migrations().size()));
}

void TestUpgrades::keepsJobsAndRuns()
{
    QFETCH(int, version);
    put(version);
    checkUpgraded(version);
    checkUpgraded(version); // and once more, upgraded already
    const QString copy = u"%1.v%2"_qs.arg(m_file).arg(version);
    QCOMPARE(QFile::exists(copy), version < int(migrations().size()));
    if (QFile::exists(copy))
        QCOMPARE(checkDatabase(copy).value().version, version);
}

void TestUpgrades::isUndoneWhereverItFails()
{
    QFETCH(int, version);
    QFETCH(qsizetype, statements);
    put(version);
    {
        const auto database = Database::open(m_file, {});
        QVERIFY(database);
        const auto steps = cutSteps(version, statements, u"insert into nowhere values (1)"_qs);
        QVERIFY(!upgradeDatabase(**database, steps));
    }
    const auto report = checkDatabase(m_file);
    QVERIFY(report);
    QVERIFY(report->isSound());
    QCOMPARE(report->version, version);
    QCOMPARE(report->runs, 9);
    checkUpgraded(version);
}

void TestUpgrades::isUndoneWhereverItIsKilled()
{
    QFETCH(int, version);
    QFETCH(qsizetype, statements);
    put(version);
    QProcess upgrade;
    upgrade.start(QCoreApplication::applicationFilePath(),
                  {u"upgrade"_qs, m_file, QString::number(version), QString::number(statements)});
    QVERIFY(upgrade.waitForStarted());
    // It holds the write lock from before the first statement until it is killed.
    const auto isLocked = [this] {
        const auto other = Database::open(m_file, {.busyTimeout = std::chrono::milliseconds(0)});
        return other && !Transaction::begin(**other);
    };
    QTRY_VERIFY_WITH_TIMEOUT(isLocked(), 20'000);
    upgrade.kill();
    QVERIFY(upgrade.waitForFinished());
    QCOMPARE(upgrade.exitStatus(), QProcess::CrashExit);
    checkUpgraded(version);
}

namespace {

/// The program as isUndoneWhereverItIsKilled starts it: upgrades and never ends.
int upgradeForEver(const QStringList &arguments)
{
    const QString endless =
        u"create table endless as with recursive n (x) as (select 1 union all select x + 1 from n)"
        u" select count(*) from n"_qs;
    const auto database = Database::open(arguments.at(2), {});
    if (!database)
        return 1;
    const auto done = upgradeDatabase(
        **database, cutSteps(arguments.at(3).toInt(), arguments.at(4).toInt(), endless));
    return done ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == u"upgrade")
        return upgradeForEver(QCoreApplication::arguments());
    TestUpgrades test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_upgrades.moc"
