// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/sqlstore.h"
#include "support/files.h"
#include "support/program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <csignal>

using namespace carillon;

/// Python jobs of a jobs file, with the whole program.
class TestPythonJobs : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void startsWithCallsThatCanBeMade();
    void refusesAFileWithAWrongCall_data();
    void refusesAFileWithAWrongCall();
    void endsItsWorkersEvenWhenItIsKilled();

private:
    void writeJobs(const QJsonArray &jobs) const;
    QStringList serve() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPythonJobs::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(u"workspace/tasks"_qs));
    writeFile(m_folder->filePath(u"workspace/jobs.py"_qs),
              "import os, time\n"
              "def hold(name):\n"
              "    with open(name, 'w') as file: file.write('%d\\n' % os.getpid())\n"
              "    time.sleep(1000)\n");
    writeFile(m_folder->filePath(u"workspace/tasks/test.py"_qs),
              "class Test:\n"
              "    def __init__(self, text): self.text = text\n"
              "    def main(self): open('made.txt', 'w').write(self.text)\n");
}

void TestPythonJobs::writeJobs(const QJsonArray &jobs) const
{
    writeFile(m_folder->filePath(u"jobs.json"_qs), QJsonDocument(jobs).toJson());
}

QStringList TestPythonJobs::serve() const
{
    return {u"serve"_qs, u"--profile"_qs, m_folder->filePath(u"profile"_qs), u"--jobs"_qs,
            m_folder->filePath(u"jobs.json"_qs)};
}

void TestPythonJobs::startsWithCallsThatCanBeMade()
{
    writeJobs({QJsonObject{{u"id"_qs, u"kinit"_qs},
                           {u"func"_qs, u"test.Test(\"done\")"_qs},
                           {u"misfire_grace_time"_qs, QJsonValue::Null}}});
    Program engine(QStringLiteral(CARILLONCTL));
    engine.start(serve());
    QVERIFY2(!engine.line("READY=1").isEmpty(), qPrintable(engine.errors()));
    QTRY_COMPARE_WITH_TIMEOUT(readFile(m_folder->filePath(u"profile/workspace/made.txt"_qs)),
                              QByteArray("done"), 20'000);
}

void TestPythonJobs::refusesAFileWithAWrongCall_data()
{
    QTest::addColumn<QJsonObject>("job");
    QTest::addColumn<QString>("message");
    QTest::newRow("too few arguments")
        << QJsonObject{{u"id"_qs, u"backup"_qs}, {u"func"_qs, u"jobs:hold"_qs}}
        << u"backup, args: The following arguments have not been supplied: name"_qs;
    QTest::newRow("no such class")
        << QJsonObject{{u"id"_qs, u"kinit"_qs}, {u"func"_qs, u"test.Rest()"_qs}}
        << u"kinit, func: No such class in the module: Rest"_qs;
}

void TestPythonJobs::refusesAFileWithAWrongCall()
{
    QFETCH(QJsonObject, job);
    QFETCH(QString, message);
    writeJobs({QJsonObject{{u"id"_qs, u"fine"_qs}, {u"func"_qs, u"os:getpid"_qs}}, job});
    Program engine(QStringLiteral(CARILLONCTL));
    QVERIFY(engine.run(serve()) != 0);
    const QString errors = engine.errors();
    QVERIFY2(errors.contains(message), qPrintable(errors));
    const auto store =
        SqlStore::open(m_folder->filePath(u"profile/carillon.db"_qs), SqlStore::Access::ReadOnly);
    QVERIFY(store);
    QCOMPARE((*store)->jobs().count(), 0); // all or none
}

void TestPythonJobs::endsItsWorkersEvenWhenItIsKilled()
{
    writeJobs({QJsonObject{{u"id"_qs, u"hold"_qs},
                           {u"func"_qs, u"jobs:hold"_qs},
                           {u"args"_qs, QJsonArray{u"pid.txt"_qs}},
                           {u"misfire_grace_time"_qs, QJsonValue::Null}}});
    Program engine(QStringLiteral(CARILLONCTL));
    engine.start(serve());
    QVERIFY2(!engine.line("READY=1").isEmpty(), qPrintable(engine.errors()));
    const QString file = m_folder->filePath(u"profile/workspace/pid.txt"_qs);
    QTRY_VERIFY_WITH_TIMEOUT(readFile(file).endsWith('\n'), 20'000);
    const int worker = readFile(file).trimmed().toInt();
    QVERIFY(worker > 1 && ::kill(worker, 0) == 0);
    engine.killHard();
    QTRY_VERIFY_WITH_TIMEOUT(::kill(worker, 0) != 0, 20'000); // although the call goes on
}

QTEST_GUILESS_MAIN(TestPythonJobs)
#include "tst_pythonjobs.moc"
