// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/sqlstore.h"
#include "support/files.h"
#include "support/program.h"
#include "support/webserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace carillon;

/// Lets an engine run jobs and reads back what they wrote, as a person would.
class TestOutput : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void isTextInAnyEncoding();
    void isWhatAServerAnswered();

private:
    void run(const QJsonObject &job);
    QString logs(const QStringList &options = {}) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_profile;
    Run m_run; ///< the first one that ended
};

void TestOutput::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = m_folder->filePath(u"profile"_qs);
}

/// Waits for the first run of the job, with this process' event loop going on.
void TestOutput::run(const QJsonObject &job)
{
    QJsonObject entry = job;
    entry.insert(u"id"_qs, u"job"_qs);
    entry.insert(u"trigger"_qs, u"interval"_qs);
    entry.insert(u"seconds"_qs, 1);
    const QString file = m_folder->filePath(u"jobs.json"_qs);
    writeFile(file, QJsonDocument(QJsonArray{entry}).toJson());
    Program engine(QStringLiteral(CARILLONCTL));
    engine.start({u"serve"_qs, u"--profile"_qs, m_profile, u"--jobs"_qs, file});
    const auto hasEnded = [this] {
        const auto store =
            SqlStore::open(m_profile + u"/carillon.db"_qs, SqlStore::Access::ReadOnly);
        const auto ended = store ? (*store)->runs().latestEnded() : store.error();
        if (ended && !ended->empty())
            m_run = ended->front();
        return ended && !ended->empty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 30'000);
    engine.terminate();
    QCOMPARE(engine.finish(), 0);
}

QString TestOutput::logs(const QStringList &options) const
{
    Program program(QStringLiteral(CARILLONCTL));
    program.run(
        QStringList{u"logs"_qs, QString::number(m_run.id.number), u"--profile"_qs, m_profile} +
        options);
    return program.output();
}

void TestOutput::isTextInAnyEncoding()
{
    run({{u"func"_qs, u"carillon:command"_qs},
         {u"args"_qs, QJsonArray{u"printf"_qs, u"\\261\\270\\267\\335 \\033[1m\\r\\n"_qs}},
         {u"kwargs"_qs, QJsonObject{{u"encoding"_qs, u"gb18030"_qs}}}});
    QCOMPARE(m_run.state, RunState::Success);
    QCOMPARE(logs(), u"备份 \ufffd[1m\n"_qs);
    // The bytes as they came, which are no UTF-8.
    QCOMPARE(logs({u"--raw"_qs}), QString::fromUtf8("\xb1\xb8\xb7\xdd \x1b[1m\r\n"));
}

void TestOutput::isWhatAServerAnswered()
{
    const WebServer server("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n\xb1\xb8\xb7\xdd");
    run({{u"func"_qs, u"carillon:http"_qs},
         {u"args"_qs, QJsonArray{server.url(u"/hook"_qs)}},
         {u"kwargs"_qs, QJsonObject{{u"method"_qs, u"POST"_qs},
                                    {u"body"_qs, u"{}"_qs},
                                    {u"encoding"_qs, u"gbk"_qs}}}});
    QCOMPARE(m_run.outcome.reason, QString());
    QCOMPARE(m_run.state, RunState::Success);
    QCOMPARE(m_run.outcome.returnValue.toObject().value(u"status").toInt(), 200);
    QVERIFY(server.requests.value(0).startsWith("POST /hook HTTP/1.1\r\n"));
    QCOMPARE(logs(), u"备份"_qs);
}

QTEST_GUILESS_MAIN(TestOutput)
#include "tst_output.moc"
