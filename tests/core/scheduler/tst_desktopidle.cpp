// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/linuxidle.h"

#include <QDBusAbstractAdaptor>
#include <QDBusConnection>
#include <QDBusContext>
#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <ctime>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

quint64 monotonicMicroseconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return quint64(time.tv_sec) * 1'000'000 + quint64(time.tv_nsec) / 1000;
}

} // namespace

/// As KDE has it.
class ScreenSaver : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")

public:
    uint milliseconds = 0;
    bool hangs = false;
    int asked = 0;

public slots:
    uint GetSessionIdleTime()
    {
        ++asked;
        setDelayedReply(hangs);
        return milliseconds;
    }
};

/// As GNOME has it.
class Mutter : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.gnome.Mutter.IdleMonitor")

public:
    quint64 milliseconds = 0;

public slots:
    quint64 GetIdletime() { return milliseconds; }
};

/// The session of logind.
class Session : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Session")
    Q_PROPERTY(bool IdleHint MEMBER isIdle)
    Q_PROPERTY(qulonglong IdleSinceHintMonotonic MEMBER since)

public:
    bool isIdle = false;
    qulonglong since = 0;
};

class TestDesktopIdle : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void hearsKde();
    void hearsGnome();
    void hearsLogind();
    void followsWhatChanges();
    void asksTheNextIfOneHangs();
    void knowsThatNobodyTells();
    void trustsNoOldAnswer();
    void comesBackWithTheBus();

private:
    void startBus();
    void offer(const QString &service, const QString &path, QObject &object);
    std::unique_ptr<LinuxIdle> watch() const
    {
        return std::make_unique<LinuxIdle>(LinuxIdle::Options{.interval = 10ms,
                                                              .intervalInVain = 10ms,
                                                              .answerLimit = m_limit,
                                                              .goodFor = m_goodFor});
    }

    std::chrono::milliseconds m_limit = 1s;
    std::chrono::milliseconds m_goodFor = 1h;
    QProcess m_daemon;
    QByteArray m_address;
    QStringList m_offered;
};

void TestDesktopIdle::initTestCase()
{
    startBus();
}

/// A bus of its own, for session and system, with nobody on it.
void TestDesktopIdle::startBus()
{
    QStringList arguments{u"--session"_qs, u"--nofork"_qs, u"--print-address"_qs};
    if (!m_address.isEmpty())
        arguments.append(u"--address="_qs + QString::fromLatin1(m_address));
    m_daemon.start(u"dbus-daemon"_qs, arguments);
    QVERIFY2(m_daemon.waitForStarted(), "dbus-daemon is needed");
    while (!m_daemon.canReadLine())
        QVERIFY(m_daemon.waitForReadyRead());
    // Without what tells one daemon from the next, as desktops have it.
    m_address = m_daemon.readLine().trimmed().split(',').first();
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_address);
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_address);
}

void TestDesktopIdle::init()
{
    m_limit = 1s;
    m_goodFor = 1h;
    QDBusConnection::connectToBus(QString::fromLatin1(m_address), u"services"_qs);
    QVERIFY(QDBusConnection(u"services"_qs).isConnected());
}

void TestDesktopIdle::cleanup()
{
    for (const QString &service : std::exchange(m_offered, {}))
        QDBusConnection(u"services"_qs).unregisterService(service);
    QDBusConnection::disconnectFromBus(u"services"_qs);
}

void TestDesktopIdle::cleanupTestCase()
{
    m_daemon.kill();
    m_daemon.waitForFinished();
}

void TestDesktopIdle::offer(const QString &service, const QString &path, QObject &object)
{
    QDBusConnection bus(u"services"_qs);
    QVERIFY(bus.registerObject(
        path, &object, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllProperties));
    QVERIFY(bus.registerService(service));
    m_offered.append(service);
}

void TestDesktopIdle::hearsKde()
{
    ScreenSaver kde;
    kde.milliseconds = 61'900;
    offer(u"org.freedesktop.ScreenSaver"_qs, u"/org/freedesktop/ScreenSaver"_qs, kde);
    const auto idle = watch();
    QCOMPARE(idle->idleFor(), 0s); // until it is known
    QTRY_COMPARE(idle->idleFor(), 61s);
}

void TestDesktopIdle::hearsGnome()
{
    QObject withoutThatMethod; // GNOME has a screen saver of that name, too
    Mutter gnome;
    gnome.milliseconds = 600'000;
    offer(u"org.freedesktop.ScreenSaver"_qs, u"/org/freedesktop/ScreenSaver"_qs, withoutThatMethod);
    offer(u"org.gnome.Mutter.IdleMonitor"_qs, u"/org/gnome/Mutter/IdleMonitor/Core"_qs, gnome);
    const auto idle = watch();
    QTRY_COMPARE(idle->idleFor(), 600s);
}

void TestDesktopIdle::hearsLogind()
{
    Session session;
    session.isIdle = true;
    session.since = monotonicMicroseconds() - 3'600'000'000;
    offer(u"org.freedesktop.login1"_qs, u"/org/freedesktop/login1/session/auto"_qs, session);
    const auto idle = watch();
    QTRY_VERIFY(idle->idleFor() >= 3600s);
    QVERIFY(idle->idleFor() < 3700s);
    session.isIdle = false;
    QTRY_COMPARE(idle->idleFor(), 0s);
}

void TestDesktopIdle::followsWhatChanges()
{
    ScreenSaver kde;
    kde.milliseconds = 5000;
    offer(u"org.freedesktop.ScreenSaver"_qs, u"/org/freedesktop/ScreenSaver"_qs, kde);
    const auto idle = watch();
    QTRY_COMPARE(idle->idleFor(), 5s);
    kde.milliseconds = 0;
    QTRY_COMPARE(idle->idleFor(), 0s);
}

void TestDesktopIdle::asksTheNextIfOneHangs()
{
    m_limit = 100ms;
    ScreenSaver kde;
    kde.hangs = true;
    Mutter gnome;
    gnome.milliseconds = 7000;
    offer(u"org.freedesktop.ScreenSaver"_qs, u"/org/freedesktop/ScreenSaver"_qs, kde);
    offer(u"org.gnome.Mutter.IdleMonitor"_qs, u"/org/gnome/Mutter/IdleMonitor/Core"_qs, gnome);
    const auto idle = watch();
    QElapsedTimer watch;
    watch.start();
    QCOMPARE(idle->idleFor(), 0s);
    QVERIFY(watch.elapsed() < 100); // nobody waited
    QTRY_COMPARE(idle->idleFor(), 7s);
}

void TestDesktopIdle::knowsThatNobodyTells()
{
    const auto idle = watch();
    QCOMPARE(idle->idleFor(), 0s);
    QTRY_VERIFY(!idle->idleFor());
}

/// Nobody answers any more: whether somebody uses the machine is not known, so it is not idle.
void TestDesktopIdle::trustsNoOldAnswer()
{
    m_goodFor = -1ms;
    ScreenSaver kde;
    kde.milliseconds = 5000;
    offer(u"org.freedesktop.ScreenSaver"_qs, u"/org/freedesktop/ScreenSaver"_qs, kde);
    const auto idle = watch();
    QTRY_VERIFY(kde.asked > 2);
    QCOMPARE(idle->idleFor(), 0s);
}

/// The session has ended, and another one has begun.
void TestDesktopIdle::comesBackWithTheBus()
{
    ScreenSaver kde;
    kde.milliseconds = 5000;
    offer(u"org.freedesktop.ScreenSaver"_qs, u"/org/freedesktop/ScreenSaver"_qs, kde);
    const auto idle = watch();
    QTRY_COMPARE(idle->idleFor(), 5s);
    cleanup();
    m_daemon.kill();
    QVERIFY(m_daemon.waitForFinished());
    QTRY_VERIFY(!idle->idleFor());
    startBus();
    init();
    kde.milliseconds = 6000;
    offer(u"org.freedesktop.ScreenSaver"_qs, u"/org/freedesktop/ScreenSaver"_qs, kde);
    QTRY_COMPARE(idle->idleFor(), 6s);
}

QTEST_GUILESS_MAIN(TestDesktopIdle)
#include "tst_desktopidle.moc"
