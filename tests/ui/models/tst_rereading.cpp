// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rereading.h"

#include <QSignalSpy>
#include <QTest>

using namespace carillon::ui;
using namespace std::chrono_literals;

class TestRereading : public QObject
{
    Q_OBJECT

private slots:
    void beginsAtOnce();
    void readsOneAfterTheOther();
    void restsInBetween();
};

void TestRereading::beginsAtOnce()
{
    Rereading rereading;
    QSignalSpy due(&rereading, &Rereading::due);
    rereading.request();
    QCOMPARE(due.size(), 1);
}

void TestRereading::readsOneAfterTheOther()
{
    Rereading rereading(0ms);
    QSignalSpy due(&rereading, &Rereading::due);
    for (int i = 0; i < 5; ++i)
        rereading.request();
    QCoreApplication::processEvents();
    QCOMPARE(due.size(), 1);
    rereading.finish();
    QTRY_COMPARE(due.size(), 2); // what was asked for meanwhile, once
    rereading.finish();
    QCoreApplication::processEvents();
    QCOMPARE(due.size(), 2);
}

void TestRereading::restsInBetween()
{
    Rereading rereading(1h);
    QSignalSpy due(&rereading, &Rereading::due);
    rereading.request();
    rereading.finish();
    rereading.request();
    QCoreApplication::processEvents();
    QCOMPARE(due.size(), 1);
}

QTEST_GUILESS_MAIN(TestRereading)
#include "tst_rereading.moc"
