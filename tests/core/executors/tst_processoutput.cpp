// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/processexecutor.h"
#include "core/stores/runlog.h"
#include "core/util/logging.h"
#include "support/sanitizer.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace carillon;
using namespace std::chrono_literals;

/// Output of real processes, from the pipe to the file.
class TestProcessOutput : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keepsBytesAsTheyCame_data();
    void keepsBytesAsTheyCame();
    void boundsAGigabyte();
    void stopsWhoNeverStopsWriting();
    void endsThoughAGrandchildWritesForEver();
    void keepsOutOfOurOwnLog();

private:
    RunOutcome run(const QString &line, std::optional<std::chrono::seconds> timeout = {});
    static qint64 residentBytes();

    const Instant m_day = Instant(1'700'000'000s);
    QTemporaryDir m_folder;
    RunLogs::Closed m_closed;
    RunLogs m_logs{QDir(m_folder.path())};
    qint64 m_mostResident = 0;
};

void TestProcessOutput::initTestCase()
{
    log::setUp(m_folder.filePath(u"carillon.log"_qs), u"trace"_qs);
}

qint64 TestProcessOutput::residentBytes()
{
    QFile file(u"/proc/self/statm"_qs);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

RunOutcome TestProcessOutput::run(const QString &line, std::optional<std::chrono::seconds> timeout)
{
    const RunId id{1};
    ProcessExecutor executor({.workspace = m_folder.path()});
    std::optional<RunOutcome> outcome;
    connect(&executor, &Executor::wroteOutput, this, [&](RunId, const QByteArray &bytes) {
        m_logs.append(id, OutputChannel::Out, bytes);
        m_mostResident = std::max(m_mostResident, residentBytes());
    });
    connect(&executor, &Executor::finished, this,
            [&](RunId, const RunOutcome &given) { outcome = given; });
    if (!m_logs.open(id, m_day))
        return {};
    executor.start({.run = id,
                    .action = CommandAction{.program = line, .shell = true},
                    .timeout = timeout,
                    .stopDelay = 1s});
    // Not QTest::qWaitFor(): it sleeps between two looks, and the pipe is full meanwhile.
    for (const QDeadlineTimer limit(60s); !outcome && !limit.hasExpired();)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    if (!outcome)
        return {.state = RunState::Running};
    m_closed = m_logs.close(id);
    return *outcome;
}

void TestProcessOutput::keepsBytesAsTheyCame_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("none") << u":"_qs << QByteArray();
    QTest::newRow("no line break at the end") << u"printf abc"_qs << QByteArray("abc");
    QTest::newRow("invalid UTF-8") << uR"(printf 'a\377\200\303b')"_qs
                                   << QByteArray("a\xff\x80\xc3"
                                                 "b");
    QTest::newRow("NUL") << uR"(printf 'a\000b\000')"_qs << QByteArray("a\0b\0", 4);
    QTest::newRow("colours and other escapes")
        << uR"(printf '\033[31mred\033[0m\033]0;title\007')"_qs
        << QByteArray("\x1b[31mred\x1b[0m\x1b]0;title\x07");
    QTest::newRow("carriage returns")
        << uR"(printf '10%%\r20%%\r\n')"_qs << QByteArray("10%\r20%\r\n");
}

void TestProcessOutput::keepsBytesAsTheyCame()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, bytes);
    QCOMPARE(run(line).state, RunState::Success);
    QCOMPARE(m_closed.outputSize, bytes.size());
    if (bytes.isEmpty())
        return;
    QFile file(m_logs.path({1}, m_day));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
}

void TestProcessOutput::boundsAGigabyte()
{
    QCOMPARE(run(u"printf start; head -c 1M /dev/zero"_qs).state, RunState::Success); // warmed up
    m_mostResident = 0;
    const qint64 before = residentBytes();
    QElapsedTimer watch;
    watch.start();
    const RunOutcome outcome = run(u"printf start; head -c 1G /dev/zero; printf end"_qs);
    qInfo("%lld ms", watch.elapsed());
    QCOMPARE(outcome.state, RunState::Success);
    QCOMPARE(m_closed.outputSize, (qint64(1) << 30) + 8);
    const qint64 grown = m_mostResident - before;
    QVERIFY2(keepsFreedMemory || grown < (8 << 20), qPrintable(QString::number(grown)));
    QFile file(m_logs.path({1}, m_day));
    QVERIFY(file.size() <= 10 * 1024 * 1024);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray kept = file.readAll();
    QVERIFY(kept.startsWith("start"));
    QVERIFY(kept.endsWith("end"));
    QVERIFY(kept.contains(" bytes left out]"));
}

void TestProcessOutput::stopsWhoNeverStopsWriting()
{
    QCOMPARE(run(u"exec yes"_qs, 1s).state, RunState::TimedOut);
    QVERIFY(m_closed.outputSize > 0);
}

void TestProcessOutput::endsThoughAGrandchildWritesForEver()
{
    QCOMPARE(run(u"yes & sleep 0.2; exit 3"_qs).exitCode.value_or(-1), 3);
    QVERIFY(m_closed.outputSize > 0);
}

void TestProcessOutput::keepsOutOfOurOwnLog()
{
    run(u"echo a-word-of-the-job; nosuchprogram_7; exit 3"_qs);
    log::executor().info("a word of our own");
    log::executor().flush();
    QFile file(m_folder.filePath(u"carillon.log"_qs));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("a word of our own"));
    QVERIFY(!text.contains("a-word-of-the-job"));
}

QTEST_GUILESS_MAIN(TestProcessOutput)
#include "tst_processoutput.moc"
