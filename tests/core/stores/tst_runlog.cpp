// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/runlog.h"
#include "core/stores/storesamples.h"

#include <QTemporaryDir>

using namespace carillon;
using namespace carillon::samples;

namespace {

constexpr qint64 all = std::numeric_limits<qint64>::max();
constexpr qint64 least = 65536; ///< the smallest bound

struct Piece
{
    OutputChannel channel;
    QByteArray bytes;
};
constexpr auto Out = OutputChannel::Out;
constexpr auto Err = OutputChannel::Err;

/// `out 0-5, err 5-9`, for comparing.
QString describe(const std::vector<LogSpan> &spans)
{
    QStringList words;
    for (const LogSpan &span : spans)
        words.append(u"%1 %2-%3"_qs.arg(span.channel == Out ? u"out"_qs : u"err"_qs)
                         .arg(span.offset)
                         .arg(span.offset + span.length));
    return words.join(u", ");
}

} // namespace

Q_DECLARE_METATYPE(QList<Piece>)

class TestRunLog : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void keepsBytesAndStreams_data();
    void keepsBytesAndStreams();
    void readsParts_data();
    void readsParts();
    void readsWhileTheRunGoesOn();
    void keepsBeginningAndEnd_data();
    void keepsBeginningAndEnd();
    void keepsStreamsApartAcrossTheGap();
    void canBeReadAfterACrash();
    void givesTheTail_data();
    void givesTheTail();
    void noOutputLeavesNoFile();
    void filesArePrivate();
    void theMonthIsThatOfUtc_data();
    void theMonthIsThatOfUtc();
    void replacesWhatAnOlderRunLeft();
    void aRefusingDiskStopsNothing();
    void opensOnce();

private:
    LogChunk read(qint64 offset = 0, qint64 most = all) const;
    void write(const QList<Piece> &pieces);
    QStringList files() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RunLogs> m_logs;
    const RunId m_run{7};
    const Instant m_day = at(0);
};

void TestRunLog::init()
{
    m_logs.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_logs = std::make_unique<RunLogs>(QDir(m_folder->filePath(u"profile/logs"_qs)), least);
}

LogChunk TestRunLog::read(qint64 offset, qint64 most) const
{
    const auto chunk = m_logs->read(m_run, m_day, offset, most);
    LogChunk failed;
    failed.offset = -1;
    return chunk ? *chunk : failed;
}

void TestRunLog::write(const QList<Piece> &pieces)
{
    QVERIFY(m_logs->open(m_run, m_day));
    for (const Piece &piece : pieces)
        m_logs->append(m_run, piece.channel, piece.bytes);
}

QStringList TestRunLog::files() const
{
    return QDir(m_folder->filePath(u"profile/logs/2026-11"_qs)).entryList(QDir::Files, QDir::Name);
}

void TestRunLog::keepsBytesAndStreams_data()
{
    QTest::addColumn<QList<Piece>>("pieces");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("spans");
    QTest::newRow("one stream") << QList<Piece>{{Out, "one\n"}, {Out, "two\n"}}
                                << QByteArray("one\ntwo\n") << u"out 0-8"_qs;
    QTest::newRow("errors only") << QList<Piece>{{Err, "oh"}} << QByteArray("oh") << u"err 0-2"_qs;
    QTest::newRow("interleaved")
        << QList<Piece>{{Out, "a"}, {Err, "bb"}, {Err, "c"}, {Out, "d"}, {Err, "e"}}
        << QByteArray("abbcde") << u"out 0-1, err 1-4, out 4-5, err 5-6"_qs;
    QTest::newRow("empty pieces") << QList<Piece>{{Err, ""}, {Out, "a"}, {Err, ""}, {Out, "b"}}
                                  << QByteArray("ab") << u"out 0-2"_qs;
    QTest::newRow("long stretches")
        << QList<Piece>{{Out, QByteArray(300, 'x')}, {Err, QByteArray(20000, 'y')}, {Out, "z"}}
        << QByteArray(300, 'x') + QByteArray(20000, 'y') + "z"
        << u"out 0-300, err 300-20300, out 20300-20301"_qs;
    QTest::newRow("not text") << QList<Piece>{{Out, QByteArray("\0\xff\xfe", 3)}, {Err, "\xe4\xb8"}}
                              << QByteArray("\0\xff\xfe\xe4\xb8", 5) << u"out 0-3, err 3-5"_qs;
}

void TestRunLog::keepsBytesAndStreams()
{
    QFETCH(QList<Piece>, pieces);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, spans);
    write(pieces);
    for (const bool closed : {false, true}) {
        const LogChunk chunk = read();
        QCOMPARE(chunk.bytes, bytes);
        QCOMPARE(describe(chunk.spans), spans);
        QCOMPARE(chunk.offset, 0);
        QCOMPARE(chunk.size, bytes.size());
        QCOMPARE(chunk.complete, closed);
        if (!closed) {
            const auto result = m_logs->close(m_run);
            QCOMPARE(result.outputSize, bytes.size());
            QCOMPARE(result.tail, bytes);
        }
    }
}

void TestRunLog::readsParts_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<qint64>("most");
    QTest::addColumn<qint64>("begin");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("spans");
    const auto row = [](const char *name, qint64 offset, qint64 most, qint64 begin,
                        const char *bytes, const QString &spans) {
        QTest::newRow(name) << offset << most << begin << QByteArray(bytes) << spans;
    };
    row("all", 0, all, 0, "0123456789", u"out 0-4, err 4-7, out 7-10"_qs);
    row("beginning", 0, 3, 0, "012", u"out 0-3"_qs);
    row("middle", 3, 5, 3, "34567", u"out 3-4, err 4-7, out 7-8"_qs);
    row("inside a stretch", 5, 1, 5, "5", u"err 5-6"_qs);
    row("end", -2, all, 8, "89", u"out 8-10"_qs);
    row("counted from the end", -5, 2, 5, "56", u"err 5-7"_qs);
    row("before the beginning", -99, 2, 0, "01", u"out 0-2"_qs);
    row("at the end", 10, all, 10, "", QString());
    row("behind the end", 11, all, 10, "", QString());
    row("nothing", 3, 0, 3, "", QString());
    row("less than nothing", 3, -1, 3, "", QString());
}

void TestRunLog::readsParts()
{
    QFETCH(qint64, offset);
    QFETCH(qint64, most);
    write({{Out, "0123"}, {Err, "456"}, {Out, "789"}});
    m_logs->close(m_run);
    const LogChunk chunk = read(offset, most);
    QTEST(chunk.offset, "begin");
    QTEST(chunk.bytes, "bytes");
    QTEST(describe(chunk.spans), "spans");
    QCOMPARE(chunk.size, 10);
    QVERIFY(chunk.complete);
}

void TestRunLog::readsWhileTheRunGoesOn()
{
    write({{Out, "first\n"}});
    QCOMPARE(read(0).bytes, QByteArray("first\n"));
    m_logs->append(m_run, Err, "second\n");
    const LogChunk more = read(6);
    QCOMPARE(more.bytes, QByteArray("second\n"));
    QCOMPARE(describe(more.spans), u"err 6-13"_qs);
    QVERIFY(!more.complete);
    m_logs->close(m_run);
    QCOMPARE(read(13).bytes, QByteArray());
    QVERIFY(read(13).complete);
}

void TestRunLog::keepsBeginningAndEnd_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("atOnce");
    QTest::newRow("just within") << least - 64 << qint64(1000);
    QTest::newRow("a little more") << least + 1 << qint64(1000);
    QTest::newRow("much more") << qint64(3'000'000) << qint64(997);
    QTest::newRow("in one piece") << qint64(3'000'000) << qint64(3'000'000);
}

void TestRunLog::keepsBeginningAndEnd()
{
    QFETCH(qint64, size);
    QFETCH(qint64, atOnce);
    QByteArray output;
    while (output.size() < size)
        output += QByteArray::number(output.size()) + '\n';
    output.truncate(size);
    QVERIFY(m_logs->open(m_run, m_day));
    for (qint64 at = 0; at < size; at += atOnce) {
        m_logs->append(m_run, Out, output.sliced(at, std::min(atOnce, size - at)));
        QVERIFY(read(-1).size <= least);
    }
    QCOMPARE(m_logs->close(m_run).outputSize, size);
    const LogChunk kept = read();
    QVERIFY(kept.size <= least);
    QCOMPARE(files(), QStringList{u"7.log"_qs});
    if (size <= least - 64) {
        QVERIFY(kept.bytes == output);
        return;
    }
    const qsizetype note = kept.bytes.indexOf("\n[");
    const qsizetype end = kept.bytes.indexOf("]\n", note) + 2;
    QVERIFY(note >= least / 2 - 2 && end > note);
    const qint64 leftOut = size - note - (kept.size - end);
    QCOMPARE(kept.bytes.sliced(note, end - note),
             "\n[" + QByteArray::number(leftOut) + " bytes left out]\n");
    QVERIFY(output.startsWith(kept.bytes.first(note)));
    QVERIFY(output.endsWith(kept.bytes.sliced(end)));
    QVERIFY(kept.size - end >= least / 4 - 64);
}

void TestRunLog::keepsStreamsApartAcrossTheGap()
{
    QVERIFY(m_logs->open(m_run, m_day));
    for (int round = 0; round < 30'000; ++round) {
        m_logs->append(m_run, Out, "oo");
        m_logs->append(m_run, Err, "eee");
    }
    for (const bool closed : {false, true}) {
        const LogChunk chunk = read();
        qint64 next = 0;
        for (const LogSpan &span : chunk.spans) {
            QCOMPARE(span.offset, next);
            next += span.length;
            const QByteArray bytes = chunk.bytes.sliced(span.offset, span.length);
            QVERIFY(!bytes.contains(span.channel == Out ? "ee" : "o") ||
                    bytes.contains("left out"));
        }
        QCOMPARE(next, chunk.size);
        QCOMPARE(chunk.bytes.contains("bytes left out]"), closed);
        m_logs->close(m_run);
    }
    QCOMPARE(files(), (QStringList{u"7.log"_qs, u"7.spans"_qs}));
}

void TestRunLog::canBeReadAfterACrash()
{
    const QByteArray output(200'000, 'x');
    write({{Out, output}, {Err, "the last words"}});
    // Another process looks while this one has not closed anything.
    const RunLogs other(QDir(m_folder->filePath(u"profile/logs"_qs)), least);
    const auto chunk = other.read(m_run, m_day, -14, all);
    QVERIFY(chunk);
    QCOMPARE(chunk->bytes, QByteArray("the last words"));
    QCOMPARE(chunk->spans.back().channel, Err);
    QVERIFY(chunk->complete);
}

void TestRunLog::givesTheTail_data()
{
    QTest::addColumn<QList<qint64>>("sizes");
    QTest::newRow("little") << QList<qint64>{10};
    QTest::newRow("exactly") << QList<qint64>{65536};
    QTest::newRow("one too many") << QList<qint64>{65536, 1};
    QTest::newRow("one large piece") << QList<qint64>{500'000};
    QTest::newRow("many") << QList<qint64>{60'000, 60'000, 60'000, 60'000, 7};
}

void TestRunLog::givesTheTail()
{
    QFETCH(QList<qint64>, sizes);
    QByteArray output;
    QVERIFY(m_logs->open(m_run, m_day));
    for (const qint64 size : sizes) {
        const QByteArray piece(size, char('a' + output.size() % 26));
        output += piece;
        m_logs->append(m_run, size % 2 ? Out : Err, piece);
    }
    const auto closed = m_logs->close(m_run);
    QVERIFY(closed.tail == output.last(std::min<qsizetype>(output.size(), 65536)));
    QCOMPARE(closed.outputSize, output.size());
}

void TestRunLog::noOutputLeavesNoFile()
{
    write({});
    LogChunk nothing;
    QCOMPARE(read(), nothing);
    const auto closed = m_logs->close(m_run);
    QCOMPARE(closed.outputSize, 0);
    QCOMPARE(closed.tail, QByteArray());
    nothing.complete = true;
    QCOMPARE(read(), nothing);
    QVERIFY(QDir(m_folder->path()).isEmpty());
    QCOMPARE(m_logs->close({99}).outputSize, 0);
}

void TestRunLog::filesArePrivate()
{
    write({{Out, "a"}, {Err, "b"}});
    const auto file = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    const auto folder = file | QFile::ExeOwner | QFile::ExeUser;
    const QString logs = m_folder->filePath(u"profile/logs"_qs);
    QCOMPARE(QFile::permissions(logs), folder);
    QCOMPARE(QFile::permissions(logs + u"/2026-11"_qs), folder);
    QCOMPARE(QFile::permissions(logs + u"/2026-11/7.log"_qs), file);
    QCOMPARE(QFile::permissions(logs + u"/2026-11/7.spans"_qs), file);
}

void TestRunLog::theMonthIsThatOfUtc_data()
{
    QTest::addColumn<Instant>("day");
    QTest::addColumn<QString>("file");
    QTest::newRow("inside") << at(0) << u"2026-11/7.log"_qs;
    QTest::newRow("last microsecond") << at(11 * 86400 - 0.000001) << u"2026-11/7.log"_qs;
    QTest::newRow("first of the next") << at(11 * 86400) << u"2026-12/7.log"_qs;
    QTest::newRow("before 1970") << Instant(Duration(-1)) << u"1969-12/7.log"_qs;
}

void TestRunLog::theMonthIsThatOfUtc()
{
    QFETCH(Instant, day);
    QFETCH(QString, file);
    QCOMPARE(m_logs->path(m_run, day), m_folder->filePath(u"profile/logs/"_qs + file));
}

void TestRunLog::replacesWhatAnOlderRunLeft()
{
    write({{Out, QByteArray(200'000, 'x')}, {Err, "old"}});
    m_logs = std::make_unique<RunLogs>(QDir(m_folder->filePath(u"profile/logs"_qs)), least);
    write({{Out, "new"}});
    m_logs->close(m_run);
    QCOMPARE(read().bytes, QByteArray("new"));
    QCOMPARE(describe(read().spans), u"out 0-3"_qs);
    QCOMPARE(files(), QStringList{u"7.log"_qs});
}

void TestRunLog::aRefusingDiskStopsNothing()
{
    // A file where the folder should be refuses everyone, root too.
    QVERIFY(QDir(m_folder->path()).mkdir(u"profile"_qs));
    QFile obstacle(m_folder->filePath(u"profile/logs"_qs));
    QVERIFY(obstacle.open(QIODevice::WriteOnly));
    write({{Out, "one"}, {Err, "two"}});
    const auto closed = m_logs->close(m_run);
    QCOMPARE(closed.outputSize, 6);
    QCOMPARE(closed.tail, QByteArray("onetwo"));
    QCOMPARE(read().size, 0);
}

void TestRunLog::opensOnce()
{
    write({{Out, "a"}});
    const auto again = m_logs->open(m_run, m_day);
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Conflict);
    m_logs->append({8}, Out, "nobody's"); // passed over
    m_logs->close(m_run);
    QCOMPARE(read().bytes, QByteArray("a"));
}

QTEST_GUILESS_MAIN(TestRunLog)
#include "tst_runlog.moc"
