// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/sqlstore.h"
#include "support/files.h"
#include "support/program.h"

#include <QTemporaryDir>

using namespace carillon;

/// What is wrong is said with its name, and nothing is lost by it.
class TestBadInput : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void refusesAJobsFile_data();
    void refusesAJobsFile();
    void saysThatAProfileCannotBeWritten();
    void leavesAForeignDatabaseAlone();
    void allowsOneEngineAProfile();
    void letsOneOfSixRun();
    void startsAfterADeadHolder();
    void refusesUnknownOptions_data();
    void refusesUnknownOptions();
    void loadsTheDemo();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    QStringList onProfile(QStringList words) const
    {
        return words + QStringList{u"--profile"_qs, path("profile")};
    }
    int jobCount() const
    {
        const auto store = SqlStore::open(path("profile/carillon.db"), SqlStore::Access::ReadOnly);
        return store ? (*store)->jobs().count() : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBadInput::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    writeFile(path("good.json"), R"([{"id": "kept", "func": "carillon:noop"}])");
}

void TestBadInput::refusesAJobsFile_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("unknown trigger key") << QByteArray(R"([{"id": "a", "func": "carillon:noop"},
                          {"id": "b", "func": "carillon:noop", "trigger": "cron", "huor": 1}])")
                                         << u"bad.json, entry 2 (“b”): "_qs;
    QTest::newRow("script that does not exist")
        << QByteArray(R"([{"id": "a", "func": "carillon:script", "args": ["/no/such.py"]}])")
        << u"Script not found: “/no/such.py”."_qs;
    QTest::newRow("not JSON") << QByteArray("[{]") << u"bad.json: Not valid JSON at line 1"_qs;
}

void TestBadInput::refusesAJobsFile()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    Program ctl(QStringLiteral(CARILLONCTL));
    QCOMPARE(ctl.run(onProfile({u"import"_qs, path("good.json")})), 0);
    QCOMPARE(jobCount(), 1);
    writeFile(path("bad.json"), text);
    QCOMPARE(ctl.run(onProfile({u"import"_qs, path("bad.json")})), 1);
    const QString errors = ctl.errors();
    QVERIFY2(errors.contains(message), qPrintable(errors));
    QCOMPARE(jobCount(), 1);
}

void TestBadInput::saysThatAProfileCannotBeWritten()
{
    // The tests may run as root, whom permissions do not stop: the kernel's own file system does.
    Program ctl(QStringLiteral(CARILLONCTL));
    QCOMPARE(ctl.run({u"serve"_qs, u"--profile"_qs, u"/proc/sys/carillon"_qs}), 5);
    const QString errors = ctl.errors();
    QVERIFY2(errors.contains(u"The profile folder “/proc/sys/carillon” cannot be created."),
             qPrintable(errors));
}

void TestBadInput::leavesAForeignDatabaseAlone()
{
    const QByteArray foreign = "This is somebody's diary, not a database.\n";
    QVERIFY(QDir().mkpath(path("profile")));
    writeFile(path("profile/carillon.db"), foreign);
    Program ctl(QStringLiteral(CARILLONCTL));
    QCOMPARE(ctl.run(onProfile({u"serve"_qs})), 3);
    const QString errors = ctl.errors();
    QVERIFY2(errors.contains(path("profile/carillon.db")), qPrintable(errors));
    QCOMPARE(readFile(path("profile/carillon.db")), foreign);
    QVERIFY(!QFile::exists(path("profile/carillon.db-wal")));
}

void TestBadInput::allowsOneEngineAProfile()
{
    Program first(QStringLiteral(CARILLONCTL));
    first.start(onProfile({u"serve"_qs}));
    QVERIFY(!first.line("READY=1").isEmpty());
    Program second(QStringLiteral(CARILLONCTL));
    QCOMPARE(second.run(onProfile({u"serve"_qs})), 2);
    const QString errors = second.errors();
    QVERIFY2(errors.contains(u"is held by carillonctl (process %1) since "_qs.arg(first.pid())),
             qPrintable(errors));
    Program beside(QStringLiteral(CARILLONCTL)); // which lets the engine do it
    QCOMPARE(beside.run(onProfile({u"import"_qs, path("good.json")})), 0);
    first.terminate();
    QCOMPARE(first.finish(), 0);
}

void TestBadInput::letsOneOfSixRun()
{
    std::vector<std::unique_ptr<Program>> programs;
    for (int i = 0; i < 6; ++i) {
        programs.push_back(std::make_unique<Program>(QStringLiteral(CARILLONCTL)));
        programs.back()->start(onProfile({u"serve"_qs}));
    }
    int up = 0;
    for (const auto &program : programs)
        up += !program->line("READY=1").isEmpty();
    QCOMPARE(up, 1);
    int refused = 0;
    for (const auto &program : programs) {
        program->terminate();
        refused += program->finish() == 2;
    }
    QCOMPARE(refused, 5);
}

void TestBadInput::startsAfterADeadHolder()
{
    Program first(QStringLiteral(CARILLONCTL));
    first.start(onProfile({u"serve"_qs}));
    QVERIFY(!first.line("READY=1").isEmpty());
    first.killHard();
    // The label in the file names a live process: ours. It must not block anyone.
    writeFile(path("profile/lock"),
              QByteArray::number(QCoreApplication::applicationPid()) + " carillon now\n");
    Program second(QStringLiteral(CARILLONCTL));
    second.start(onProfile({u"serve"_qs}));
    QVERIFY(!second.line("READY=1").isEmpty());
}

void TestBadInput::refusesUnknownOptions_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("message");
    QTest::newRow("option") << QStringList{u"serve"_qs, u"--colour"_qs} << u"colour"_qs;
    QTest::newRow("command") << QStringList{u"dance"_qs} << u"“dance” is not a command."_qs;
    QTest::newRow("no command") << QStringList() << u"A command is missing."_qs;
    QTest::newRow("level") << QStringList{u"serve"_qs, u"--log-level"_qs, u"loud"_qs}
                           << u"--log-level: “loud” is not known; one of trace, debug, info, "
                              u"warn, error, off is accepted."_qs;
    QTest::newRow("jobs file") << QStringList{u"serve"_qs, u"--jobs"_qs, u"/no/such.json"_qs}
                               << u"--jobs: there is no file “/no/such.json”."_qs;
    QTest::newRow("run") << QStringList{u"explain"_qs, u"seven"_qs}
                         << u"“seven” is not accepted as RUN: a number is"_qs;
}

void TestBadInput::refusesUnknownOptions()
{
    QFETCH(QStringList, words);
    QFETCH(QString, message);
    Program ctl(QStringLiteral(CARILLONCTL));
    QCOMPARE(ctl.run(onProfile(words)), 64);
    const QString errors = ctl.errors();
    QVERIFY2(errors.contains(message), qPrintable(errors));
}

void TestBadInput::loadsTheDemo()
{
    Program ctl(QStringLiteral(CARILLONCTL));
    const QStringList import =
        onProfile({u"import"_qs, QStringLiteral(CARILLON_DEMO "/jobs.json")});
    const int code = ctl.run(import);
    QVERIFY2(code == 0, qPrintable(ctl.errors()));
    QVERIFY(QFile::exists(path("profile/workspace/scripts/daily_report.py")));
    const int jobs = jobCount();
    QVERIFY(jobs >= 5);
    QCOMPARE(ctl.run(import), 0);
    QCOMPARE(jobCount(), jobs);
    QCOMPARE(ctl.run(onProfile({u"jobs"_qs, u"list"_qs})), 0);
    const QString list = ctl.output();
    QVERIFY2(list.contains(u"heartbeat"), qPrintable(list));
    QVERIFY2(list.contains(u"daily-report"), qPrintable(list));
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
