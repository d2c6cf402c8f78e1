// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/machineconditions.h"
#ifdef Q_OS_LINUX
#include "core/scheduler/linuxconditions.h"
#endif
#include "support/fakemachine.h"
#include "support/files.h"

#include <QTemporaryDir>
#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

class TestMachineConditions : public QObject
{
    Q_OBJECT

private slots:
    void namesTheFirstThatDoesNotHold_data();
    void namesTheFirstThatDoesNotHold();
    void answersAtOnce();
#ifdef Q_OS_LINUX
    void findsAWayOut_data();
    void findsAWayOut();
    void looksForMains_data();
    void looksForMains();
#endif
};

void TestMachineConditions::namesTheFirstThatDoesNotHold_data()
{
    QTest::addColumn<FakeMachine>("machine");
    QTest::addColumn<QString>("unmet");
    // Asked for network, mains power and ten minutes of idleness.
    const auto machine = [](std::optional<bool> online, std::optional<bool> mains,
                            std::optional<std::chrono::seconds> idle) {
        FakeMachine fake;
        fake.online = online;
        fake.onMains = mains;
        fake.idle = idle;
        return fake;
    };
    QTest::newRow("all hold") << machine(true, true, 10min) << QString();
    QTest::newRow("offline") << machine(false, true, 10min) << u"network"_qs;
    QTest::newRow("on battery") << machine(true, false, 10min) << u"mains_power"_qs;
    QTest::newRow("in use") << machine(true, true, 9min + 59s) << u"idle"_qs;
    QTest::newRow("several") << machine(true, false, 0s) << u"mains_power"_qs;
    QTest::newRow("cannot tell") << machine({}, {}, {}) << QString();
    QTest::newRow("cannot tell all") << machine({}, {}, 0s) << u"idle"_qs;
}

void TestMachineConditions::namesTheFirstThatDoesNotHold()
{
    QFETCH(FakeMachine, machine);
    QTEST(unmetCondition({true, true, 10min}, &machine), "unmet");
    QCOMPARE(unmetCondition({}, &machine), QString());
    QCOMPARE(unmetCondition({true, true, 10min}, nullptr), QString());
}

void TestMachineConditions::answersAtOnce()
{
    const auto machine = machineConditions();
    // What they say is this machine's affair; that they end and agree with themselves is ours.
    QCOMPARE(machine->isOnline(), machine->isOnline());
    QCOMPARE(machine->isOnMains(), machine->isOnMains());
    QVERIFY(machine->idleFor().value_or(0s) >= 0s);
}

#ifdef Q_OS_LINUX

void TestMachineConditions::findsAWayOut_data()
{
    QTest::addColumn<QByteArray>("routes4");
    QTest::addColumn<QByteArray>("routes6");
    QTest::addColumn<int>("online"); // -1: cannot tell
    const QByteArray head("Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\n");
    const QByteArray way("eth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\t0\n");
    const QByteArray link("eth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\n");
    const QByteArray down("eth0\t00000000\t010200C0\t0002\t0\t0\t0\t00000000\t0\n");
    const QByteArray none(32, '0');
    const QByteArray way6 = none + " 00 " + none + " 00 fd00" + none.left(28) +
                            " 00000400 00000003 00000000 00000003     eth0\n";
    const QByteArray reject6 =
        none + " 00 " + none + " 00 " + none + " ffffffff 00000001 00000000 00200200       lo\n";
    const QByteArray local6 = "fe80" + none.left(28) + " 40 " + none + " 00 " + none +
                              " 00000100 00000002 00000000 00000001     eth0\n";
    QTest::newRow("IPv4") << head + link + way << QByteArray() << 1;
    QTest::newRow("only the own network") << head + link << local6 + reject6 << 0;
    QTest::newRow("the way is down") << head + down << reject6 << 0;
    QTest::newRow("IPv6") << head << local6 + way6 + reject6 << 1;
    QTest::newRow("nothing") << head << QByteArray() << 0;
    QTest::newRow("no files") << QByteArray() << QByteArray() << -1;
}

void TestMachineConditions::findsAWayOut()
{
    QFETCH(QByteArray, routes4);
    QFETCH(QByteArray, routes6);
    QFETCH(int, online);
    QTemporaryDir root;
    if (!routes4.isEmpty())
        writeFile(root.filePath(u"proc/net/route"_qs), routes4);
    if (!routes6.isEmpty())
        writeFile(root.filePath(u"proc/net/ipv6_route"_qs), routes6);
    LinuxConditions conditions(root.path());
    QCOMPARE(conditions.isOnline(), online < 0 ? std::nullopt : std::optional(online == 1));
}

void TestMachineConditions::looksForMains_data()
{
    QTest::addColumn<QList<QStringList>>("supplies"); // name, type, online, scope
    QTest::addColumn<int>("onMains");                 // -1: cannot tell
    using Supplies = QList<QStringList>;
    const QStringList plugged{u"AC"_qs, u"Mains"_qs, u"1"_qs, QString()};
    const QStringList unplugged{u"AC"_qs, u"Mains"_qs, u"0"_qs, QString()};
    const QStringList battery{u"BAT0"_qs, u"Battery"_qs, QString(), QString()};
    const QStringList charger{u"ucsi"_qs, u"USB"_qs, u"1"_qs, QString()};
    const QStringList mouse{u"hid"_qs, u"Battery"_qs, QString(), u"Device"_qs};
    QTest::newRow("plugged in") << Supplies{plugged, battery} << 1;
    QTest::newRow("on battery") << Supplies{unplugged, battery} << 0;
    QTest::newRow("charged over USB") << Supplies{unplugged, battery, charger} << 1;
    QTest::newRow("battery only") << Supplies{battery} << 0;
    QTest::newRow("desktop with a mouse") << Supplies{mouse} << 1;
    QTest::newRow("desktop") << Supplies{QStringList{u"hid"_qs, u"UPS"_qs, u"0"_qs, QString()}}
                             << 1;
    QTest::newRow("not told") << Supplies() << -1;
}

void TestMachineConditions::looksForMains()
{
    QFETCH(QList<QStringList>, supplies);
    QFETCH(int, onMains);
    QTemporaryDir root;
    for (const QStringList &supply : supplies) {
        const QString folder = root.filePath(u"sys/class/power_supply/"_qs + supply.at(0));
        writeFile(folder + u"/type"_qs, supply.at(1).toLatin1() + '\n');
        if (!supply.at(2).isEmpty())
            writeFile(folder + u"/online"_qs, supply.at(2).toLatin1() + '\n');
        if (!supply.at(3).isEmpty())
            writeFile(folder + u"/scope"_qs, supply.at(3).toLatin1() + '\n');
    }
    LinuxConditions conditions(root.path());
    QCOMPARE(conditions.isOnMains(), onMains < 0 ? std::nullopt : std::optional(onMains == 1));
}

#endif

QTEST_GUILESS_MAIN(TestMachineConditions)
#include "tst_machineconditions.moc"
