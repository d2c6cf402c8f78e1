// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/jitter.h"

#include <QTest>

#include <array>

using namespace carillon;
using namespace std::chrono_literals;

class TestJitter : public QObject
{
    Q_OBJECT

private slots:
    void isTheSameEverywhere_data();
    void isTheSameEverywhere();
    void fillsItsRangeEvenly();
    void reachesBothEnds();
    void startsBeforeTheNextMember_data();
    void startsBeforeTheNextMember();
    void leavesOtherInstantsAlone();
};

namespace {

const Instant newYear = *parseInstant(u"2024-01-01", {});

Trigger everyTenSeconds(Duration jitter, std::optional<Instant> end = {})
{
    return Trigger(*IntervalTrigger::create(newYear, 10s, end)).withJitter(jitter);
}

} // namespace

void TestJitter::isTheSameEverywhere_data()
{
    QTest::addColumn<QString>("job");
    QTest::addColumn<qint64>("secondsLater");
    QTest::addColumn<qint64>("microseconds");
    QTest::newRow("a job") << u"backup"_qs << qint64(0) << qint64(36'961'831);
    QTest::newRow("its next member") << u"backup"_qs << qint64(10) << qint64(38'210'492);
    QTest::newRow("another job") << u"backup2"_qs << qint64(0) << qint64(27'092'368);
    QTest::newRow("no name") << QString() << qint64(0) << qint64(10'073'898);
    QTest::newRow("before 1970") << u"备份"_qs << qint64(-2'000'000'000) << qint64(11'656'498);
}

/// These numbers must never change: a restart with another version would redraw what is waiting.
void TestJitter::isTheSameEverywhere()
{
    QFETCH(QString, job);
    QFETCH(qint64, secondsLater);
    const Instant member = newYear + std::chrono::seconds(secondsLater);
    QTEST(qint64(jitterDelay(member, 60s, jitterSeed(job)).count()), "microseconds");
}

void TestJitter::fillsItsRangeEvenly()
{
    const std::uint64_t seed = jitterSeed(u"backup");
    std::array<int, 10> tenths{};
    for (int i = 0; i < 10'000; ++i) {
        const Duration delay = jitterDelay(newYear + i * 10s, 999'999us, seed);
        QVERIFY(delay >= 0us && delay < 1s);
        ++tenths[std::size_t(delay / 100ms)];
    }
    for (const int count : tenths)
        QVERIFY2(count > 850 && count < 1'150, qPrintable(QString::number(count)));
}

void TestJitter::reachesBothEnds()
{
    QSet<qint64> seen;
    for (int i = 0; i < 100; ++i)
        seen.insert(jitterDelay(newYear + i * 1s, 2us, 7).count());
    QCOMPARE(seen, (QSet<qint64>{0, 1, 2}));
    QCOMPARE(jitterDelay(newYear, 0us, 7), 0us);
}

void TestJitter::startsBeforeTheNextMember_data()
{
    QTest::addColumn<qint64>("jitterMs");
    QTest::newRow("shorter than the step") << qint64(3'000);
    QTest::newRow("longer than the step") << qint64(60'000);
}

void TestJitter::startsBeforeTheNextMember()
{
    QFETCH(qint64, jitterMs);
    const Trigger trigger = everyTenSeconds(std::chrono::milliseconds(jitterMs));
    const Duration longest = std::min<Duration>(std::chrono::milliseconds(jitterMs), 10s);
    Duration latest{0};
    for (Instant member = newYear; member < newYear + 2'000s; member += 10s) {
        const Duration delay = jitteredStart(trigger, member, 1) - member;
        QVERIFY(delay >= 0s && delay <= longest && delay < 10s);
        latest = std::max(latest, delay);
        QCOMPARE(trigger.first(member), std::optional(member)); // the grid stays
    }
    QVERIFY(latest > longest / 2);
}

void TestJitter::leavesOtherInstantsAlone()
{
    const Trigger trigger = everyTenSeconds(5s);
    QCOMPARE(jitteredStart(trigger, newYear + 1s, 1), newYear + 1s);
    QCOMPARE(jitteredStart(everyTenSeconds(0s), newYear, 1), newYear);
    // The last member has all its jitter.
    const Trigger last = everyTenSeconds(1h, newYear);
    QCOMPARE(jitteredStart(last, newYear, 1) - newYear, jitterDelay(newYear, 1h, 1));
}

QTEST_GUILESS_MAIN(TestJitter)
#include "tst_jitter.moc"
