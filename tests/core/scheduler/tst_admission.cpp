// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/admission.h"
#include "support/cputimer.h"

#include <QStringList>
#include <QTest>

using namespace carillon;

namespace {

/// `number alias queue priority`; `-` stands for none.
Admission::Request request(const QString &text)
{
    const QStringList words = text.split(u' ');
    const auto name = [](const QString &word) { return word == u"-" ? QString() : word; };
    return {RunId{words.at(0).toLongLong()}, name(words.at(1)), name(words.at(2)),
            words.at(3).toInt()};
}

/// All that may go now.
QStringList takeAll(Admission &admission)
{
    QStringList taken;
    while (const auto run = admission.next())
        taken.append(QString::number(run->number));
    return taken;
}

} // namespace

/// Executors: big with three workers, small with one. Queues: pair with two places; disk has none
/// in the settings.
class TestAdmission : public QObject
{
    Q_OBJECT

private slots:
    void admits_data();
    void admits();
    void passesOverWhatWaitsForItsQueue();
    void givesPlacesBack();
    void forgetsWhatWaitsNoLonger();
    void staysQuickWithManyWaiting();
};

void TestAdmission::admits_data()
{
    QTest::addColumn<QStringList>("requests");
    QTest::addColumn<QStringList>("admitted");
    QTest::newRow("as many as there are workers")
        << QStringList{u"1 big - 0"_qs, u"2 big - 0"_qs, u"3 big - 0"_qs, u"4 big - 0"_qs}
        << QStringList{u"1"_qs, u"2"_qs, u"3"_qs};
    QTest::newRow("each alias for itself")
        << QStringList{u"1 small - 0"_qs, u"2 small - 0"_qs, u"3 big - 0"_qs}
        << QStringList{u"1"_qs, u"3"_qs};
    QTest::newRow("the highest priority first, then the oldest")
        << QStringList{u"1 big - -5"_qs, u"4 big - 0"_qs, u"2 big - 0"_qs, u"3 big - 7"_qs}
        << QStringList{u"3"_qs, u"2"_qs, u"4"_qs};
    QTest::newRow("across aliases too")
        << QStringList{u"1 big - 0"_qs, u"2 small - 1"_qs} << QStringList{u"2"_qs, u"1"_qs};
    QTest::newRow("as many as the queue holds")
        << QStringList{u"1 big pair 0"_qs, u"2 big pair 0"_qs, u"3 big pair 0"_qs}
        << QStringList{u"1"_qs, u"2"_qs};
    QTest::newRow("a queue nobody has set goes one by one")
        << QStringList{u"1 big disk 0"_qs, u"2 big disk 0"_qs} << QStringList{u"1"_qs};
    QTest::newRow("a queue across aliases")
        << QStringList{u"1 big disk 0"_qs, u"2 small disk 1"_qs} << QStringList{u"2"_qs};
    QTest::newRow("others pass what waits for its queue")
        << QStringList{u"1 big disk 9"_qs, u"2 big disk 8"_qs, u"3 big - 0"_qs}
        << QStringList{u"1"_qs, u"3"_qs};
    QTest::newRow("no worker needed, but a place in the queue")
        << QStringList{u"1 - pair 0"_qs, u"2 - pair 0"_qs, u"3 - pair 0"_qs}
        << QStringList{u"1"_qs, u"2"_qs};
}

void TestAdmission::admits()
{
    QFETCH(QStringList, requests);
    Admission admission({{u"big"_qs, 3}, {u"small"_qs, 1}}, {{u"pair"_qs, 2}});
    for (const QString &text : requests)
        admission.enqueue(request(text));
    QTEST(takeAll(admission), "admitted");
}

void TestAdmission::passesOverWhatWaitsForItsQueue()
{
    Admission admission({{u"big"_qs, 3}, {u"small"_qs, 1}}, {});
    admission.enqueue(request(u"1 small disk 0"_qs));
    admission.enqueue(request(u"2 big disk 0"_qs));
    QCOMPARE(takeAll(admission), QStringList{u"1"_qs});
    QVERIFY(admission.release(RunId{1}));
    QCOMPARE(takeAll(admission), QStringList{u"2"_qs}); // freed in another alias
}

void TestAdmission::givesPlacesBack()
{
    Admission admission({{u"small"_qs, 1}}, {});
    admission.enqueue(request(u"1 small - 0"_qs));
    admission.enqueue(request(u"2 small - 0"_qs));
    admission.enqueue(request(u"3 small - 5"_qs));
    QCOMPARE(takeAll(admission), QStringList{u"3"_qs});
    QVERIFY(admission.release(RunId{3}));
    QCOMPARE(takeAll(admission), QStringList{u"1"_qs});
    QVERIFY(!admission.release(RunId{3})); // once is enough
    QCOMPARE(takeAll(admission), QStringList());
}

void TestAdmission::forgetsWhatWaitsNoLonger()
{
    Admission admission({{u"small"_qs, 1}}, {});
    admission.enqueue(request(u"1 small - 0"_qs));
    admission.enqueue(request(u"2 small - 0"_qs));
    QVERIFY(admission.release(RunId{1}));
    QCOMPARE(takeAll(admission), QStringList{u"2"_qs});
    QVERIFY(!admission.release(RunId{9}));
}

void TestAdmission::staysQuickWithManyWaiting()
{
    constexpr int count = 100'000;
    Admission admission({{u"small"_qs, 1}}, {});
    const CpuTimer timer;
    for (int i = 1; i <= count; ++i)
        admission.enqueue({RunId{i}, u"small"_qs, i % 2 ? u"disk"_qs : QString(), i % 7});
    int ended = 0;
    while (const auto run = admission.next()) {
        admission.release(*run);
        ++ended;
    }
    QCOMPARE(ended, count);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestAdmission)
#include "tst_admission.moc"
