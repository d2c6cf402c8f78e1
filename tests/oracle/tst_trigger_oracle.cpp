// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/json.h"

#include <QProcess>
#include <QTest>

using namespace carillon;

class TestTriggerOracle : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void answersLineByLine_data();
    void answersLineByLine();

private:
    QProcess m_oracle;
};

void TestTriggerOracle::init()
{
    m_oracle.start(QCoreApplication::applicationDirPath() + u"/trigger_oracle"_qs, {});
    QVERIFY(m_oracle.waitForStarted());
}

void TestTriggerOracle::cleanup()
{
    m_oracle.closeWriteChannel();
    QVERIFY(m_oracle.waitForFinished());
    QCOMPARE(m_oracle.exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_oracle.exitCode(), 0);
}

void TestTriggerOracle::answersLineByLine_data()
{
    QTest::addColumn<QByteArray>("question");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("sequence")
        << QByteArray(R"({"id": "a", "kind": "cron", "count": 2, "now": "2024-03-09T12:00:00Z",
            "args": {"hour": 2, "minute": 30, "timezone": "America/New_York"}})")
        << QByteArray(R"({"id": "a", "fires": ["2024-03-10T03:30:00-04:00",
            "2024-03-11T02:30:00-04:00"]})");
    QTest::newRow("exhausted")
        << QByteArray(R"({"id": "b", "kind": "date", "count": 5, "now": "2024-01-01T00:00:00Z",
            "args": {"run_date": "2023-01-01"}})")
        << QByteArray(R"({"id": "b", "fires": ["2023-01-01T00:00:00+00:00", null]})");
    QTest::newRow("probe") << QByteArray(R"({"id": 7, "kind": "interval", "count": 2,
            "args": {"hours": 1, "start_date": "2024-01-01", "end_date": "2024-01-02"},
            "probe": [{"prev": "2024-01-01T05:00:00Z", "now": "2020-01-01T00:00:00Z"},
                      {"prev": null, "now": "2025-01-01T00:00:00Z"}]})")
                           << QByteArray(
                                  R"({"id": 7, "next": ["2024-01-01T06:00:00+00:00", null]})");
    QTest::newRow("calendar interval")
        << QByteArray(R"({"id": "d", "kind": "calendarinterval", "count": 2,
            "args": {"months": 1, "start_date": "2024-08-31"}, "now": "2024-09-01T00:00:00Z"})")
        << QByteArray(R"({"id": "d", "fires": ["2024-10-31T00:00:00+00:00",
            "2024-12-31T00:00:00+00:00"]})");
    QTest::newRow("combined") << QByteArray(R"({"id": "e", "kind": "and", "count": 1,
            "args": {"triggers": [{"kind": "cron", "args": {"hour": 9}},
                                  {"kind": "cron", "args": {"hour": 10}}]},
            "now": "2024-09-01T00:00:00Z"})")
                              << QByteArray(R"({"id": "e", "fires": [null]})");
    QTest::newRow("refused trigger")
        << QByteArray(R"({"id": "c", "kind": "cron", "args": {"hour": 24}, "count": 1,
            "now": "2024-01-01T00:00:00Z"})")
        << QByteArray(R"({"id": "c",
            "error": "hour, column 1: '24' is out of range; 0-23 is accepted"})");
    QTest::newRow("no question at all")
        << QByteArray("[]") << QByteArray(R"({"error": "now: missing"})");
}

void TestTriggerOracle::answersLineByLine()
{
    QFETCH(QByteArray, question);
    QFETCH(QByteArray, answer);
    // Twice: what cannot be answered must not end the program either.
    for (int i = 0; i < 2; ++i) {
        m_oracle.write(question.simplified() + '\n');
        QVERIFY(m_oracle.canReadLine() || m_oracle.waitForReadyRead());
        const auto line = parseJson(m_oracle.readLine());
        QVERIFY(line);
        QCOMPARE(toJsonText(line->toObject()), toJsonText(parseJson(answer)->toObject()));
    }
}

QTEST_GUILESS_MAIN(TestTriggerOracle)
#include "tst_trigger_oracle.moc"
