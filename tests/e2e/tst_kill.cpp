// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/sqlstore.h"
#include "support/files.h"
#include "support/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <map>
#include <set>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

constexpr auto step = 1s;

QJsonObject job(const char *id, const char *func, QJsonArray args)
{
    return {{u"id"_qs, QString::fromLatin1(id)},
            {u"func"_qs, QString::fromLatin1(func)},
            {u"args"_qs, args},
            {u"trigger"_qs, u"interval"_qs},
            {u"seconds"_qs, 1},
            {u"start_date"_qs, u"2026-01-01T00:00:00Z"_qs}};
}

/// A nightly test asks for more.
int rounds()
{
    return qEnvironmentVariable("CARILLON_KILL_ROUNDS", u"3"_qs).toInt();
}

} // namespace

/// Kills the engine without warning in the middle of runs, starts it again and looks at the record.
class TestKill : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void keepsTheRecordStraight();

private:
    std::vector<Run> runs() const;
    bool isInTheMiddle(qint64 after) const;
    void everyRunHasEnded(qint64 upTo) const;
    void everyDueTimeIsThereOnce(const char *jobId) const;
    void theLedgerHasNoDueTimeTwice() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_profile;
};

void TestKill::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = m_folder->filePath(u"profile"_qs);
    const QString workspace = m_folder->filePath(u"workspace"_qs);
    QVERIFY(QDir().mkpath(workspace));
    // Each start leaves its due time in a ledger of its own, whatever the database says.
    writeFile(workspace + u"/ledger.py"_qs,
              "import os, time\n"
              "def note():\n"
              "    with open('ledger.txt', 'a') as ledger:\n"
              "        ledger.write(os.environ['CARILLON_SCHEDULED_TIME'] + '\\n')\n"
              "    time.sleep(0.4)\n"
              "if __name__ == '__main__':\n"
              "    note()\n");
    const QJsonArray jobs{job("sleeper", "carillon:sleep", {0.6}),
                          job("script", "carillon:script", {u"ledger.py"_qs}),
                          job("quick", "carillon:noop", {})};
    writeFile(m_folder->filePath(u"jobs.json"_qs), QJsonDocument(jobs).toJson());
}

std::vector<Run> TestKill::runs() const
{
    const auto store = SqlStore::open(m_profile + u"/carillon.db"_qs, SqlStore::Access::ReadOnly);
    if (!store)
        return {};
    RunQuery query;
    query.limit = 100'000;
    auto page = (*store)->runs().page(query);
    return page ? *std::move(page) : std::vector<Run>();
}

/// Several runs have ended since run `after`, and one is going on.
bool TestKill::isInTheMiddle(qint64 after) const
{
    int ended = 0;
    int active = 0;
    for (const Run &run : runs()) {
        if (run.id.number > after)
            (run.isActive() ? active : ended) += 1;
    }
    return ended >= 9 && active >= 1; // three of each job
}

void TestKill::everyRunHasEnded(qint64 upTo) const
{
    int interrupted = 0;
    for (const Run &run : runs()) {
        if (run.id.number > upTo)
            continue;
        QVERIFY2(!run.isActive(), qPrintable(u"run %1 is left active"_qs.arg(run.id.number)));
        interrupted += run.state == RunState::Interrupted;
    }
    QVERIFY(interrupted >= 1);
}

void TestKill::everyDueTimeIsThereOnce(const char *jobId) const
{
    std::vector<Run> ofJob;
    for (const Run &run : runs()) {
        if (run.job.text == QLatin1String(jobId))
            ofJob.push_back(run);
    }
    std::sort(ofJob.begin(), ofJob.end(),
              [](const Run &a, const Run &b) { return *a.due < *b.due; });
    QVERIFY(ofJob.size() > 4);
    Instant expected = *ofJob.front().due;
    for (const Run &run : ofJob) {
        QVERIFY2(*run.due == expected,
                 qPrintable(u"%1: %2 is on record, %3 should be"_qs.arg(
                     QLatin1String(jobId), toIso(*run.due), toIso(expected))));
        expected += run.dueCount * step;
    }
}

void TestKill::theLedgerHasNoDueTimeTwice() const
{
    const QList<QByteArray> lines =
        readFile(m_profile + u"/workspace/ledger.txt"_qs).trimmed().split('\n');
    const std::set<QByteArray> different(lines.begin(), lines.end());
    QVERIFY(different.size() > 4);
    QCOMPARE(qsizetype(different.size()), lines.size());
}

void TestKill::keepsTheRecordStraight()
{
    const QStringList serve{u"serve"_qs,
                            u"--profile"_qs,
                            m_profile,
                            u"--jobs"_qs,
                            m_folder->filePath(u"jobs.json"_qs),
                            u"--log-level"_qs,
                            u"warn"_qs};
    qint64 last = 0;
    for (int round = 0; round < rounds(); ++round) {
        Program engine(QStringLiteral(CARILLONCTL));
        engine.start(serve);
        QVERIFY2(!engine.line("READY=1").isEmpty(), qPrintable(engine.errors()));
        if (round > 0)
            everyRunHasEnded(last);
        QTRY_VERIFY_WITH_TIMEOUT(isInTheMiddle(last), 20'000);
        engine.killHard();
        last = runs().front().id.number;
    }
    Program engine(QStringLiteral(CARILLONCTL));
    engine.start(serve);
    QVERIFY(!engine.line("READY=1").isEmpty());
    everyRunHasEnded(last);
    engine.terminate();
    QCOMPARE(engine.finish(), 0);
    for (const Run &run : runs())
        QVERIFY2(!run.isActive(), qPrintable(u"run %1 is left active"_qs.arg(run.id.number)));
    everyDueTimeIsThereOnce("sleeper");
    everyDueTimeIsThereOnce("script");
    everyDueTimeIsThereOnce("quick");
    theLedgerHasNoDueTimeTwice();
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
