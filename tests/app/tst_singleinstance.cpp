// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace carillon;

class TestSingleInstance : public QObject
{
    Q_OBJECT

private slots:
    void oneHolderAtATime();
    void takesNoNoticeOfAStaleFile();
    void saysWhenNoLockCanBeHad();
    void aSecondStartIsHeard();
    void nobodyAnswersWithoutAWindow();
};

void TestSingleInstance::oneHolderAtATime()
{
    QTemporaryDir folder;
    const Profile profile(folder.path());
    auto first = ProfileLock::acquire(profile);
    QVERIFY(first);
    const auto second = ProfileLock::acquire(profile);
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::AlreadyRunning);
    const QString holder = u"is held by %1 (process %2) since "_qs.arg(
        QCoreApplication::applicationName(), QString::number(QCoreApplication::applicationPid()));
    QVERIFY2(second.error().message.contains(holder), qPrintable(second.error().message));
    first->reset();
    QVERIFY(ProfileLock::acquire(profile));
}

/// Whoever has that number now, even another Carillon.
void TestSingleInstance::takesNoNoticeOfAStaleFile()
{
    QTemporaryDir folder;
    const Profile profile(folder.path());
    QFile stale(profile.lockFile());
    QVERIFY(stale.open(QIODevice::WriteOnly));
    stale.write("carillon " + QByteArray::number(QCoreApplication::applicationPid()) +
                " 2026-11-20T00:00:00Z\n");
    stale.close();
    QVERIFY(ProfileLock::acquire(profile));
}

void TestSingleInstance::saysWhenNoLockCanBeHad()
{
    const auto lock = ProfileLock::acquire(Profile(u"/no/such/folder"_qs));
    QVERIFY(!lock);
    QCOMPARE(lock.error().code, ErrorCode::NotAllowed);
    QCOMPARE(lock.error().message,
             u"The profile “/no/such/folder” cannot be locked: No such file or directory. "
             u"Nothing was started."_qs);
}

void TestSingleInstance::aSecondStartIsHeard()
{
    QTemporaryDir folder;
    const Profile profile(folder.path());
    RaiseServer server(profile);
    QSignalSpy raised(&server, &RaiseServer::raiseRequested);
    auto asked =
        std::async(std::launch::async, [&profile] { return RaiseServer::raiseOther(profile); });
    QVERIFY(raised.wait());
    QTRY_COMPARE(asked.wait_for(std::chrono::seconds(0)), std::future_status::ready);
    QVERIFY(asked.get());
}

void TestSingleInstance::nobodyAnswersWithoutAWindow()
{
    QTemporaryDir folder;
    QVERIFY(!RaiseServer::raiseOther(Profile(folder.path())));
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
