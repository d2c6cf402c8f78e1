// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/watchdog.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

/// A clock that a test moves while another thread reads it.
class SharedClock final : public Clock
{
public:
    Instant now() const override { return Instant(elapsed()); }
    Duration elapsed() const override { return Duration(m_elapsed.load()); }
    Duration slept() const override { return Duration::zero(); }
    void advance(Duration length) { m_elapsed += length.count(); }

private:
    std::atomic<qint64> m_elapsed = 0;
};

} // namespace

class TestWatchdog : public QObject
{
    Q_OBJECT

private slots:
    void countsTurnsThatTookTooLong();
    void noticesATurnThatGoesOn();
    void hearsTheLoop();
};

void TestWatchdog::countsTurnsThatTookTooLong()
{
    SharedClock clock;
    Watchdog watchdog(clock);
    watchdog.turn();
    clock.advance(1s);
    watchdog.turn();
    QCOMPARE(watchdog.stalls(), 0); // a second is allowed
    clock.advance(1001ms);
    watchdog.rest();
    QCOMPARE(watchdog.stalls(), 1);
    clock.advance(1h); // nothing to do
    watchdog.turn();
    watchdog.rest();
    QCOMPARE(watchdog.stalls(), 1);
}

void TestWatchdog::noticesATurnThatGoesOn()
{
    SharedClock clock;
    Watchdog watchdog(clock);
    watchdog.turn();
    clock.advance(5s);
    QTRY_COMPARE(watchdog.stalls(), 1);
    clock.advance(5s);
    watchdog.rest();
    QCOMPARE(watchdog.stalls(), 1); // the same one
}

void TestWatchdog::hearsTheLoop()
{
    SharedClock clock;
    Watchdog watchdog(clock);
    watchdog.watch(*QAbstractEventDispatcher::instance());
    QMetaObject::invokeMethod(
        this, [&clock] { clock.advance(3s); }, Qt::QueuedConnection);
    QTRY_COMPARE(watchdog.stalls(), 1);
}

QTEST_GUILESS_MAIN(TestWatchdog)
#include "tst_watchdog.moc"
