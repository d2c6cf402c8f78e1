// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/longwork.h"

#include <QBuffer>
#include <QTest>

using namespace carillon;
using namespace carillon::ctl;
using namespace std::chrono_literals;

class TestLongWork : public QObject
{
    Q_OBJECT

private slots:
    void tellsHowFarItIs_data();
    void tellsHowFarItIs();
    void saysNothingOfQuickWork();
    void handsOnWhatTheWorkSays();
};

void TestLongWork::tellsHowFarItIs_data()
{
    QTest::addColumn<std::optional<double>>("share");
    QTest::addColumn<QString>("expected");
    QTest::newRow("unknown") << std::optional<double>() << u"Copying … 12 s"_qs;
    QTest::newRow("nothing yet") << std::optional(0.0)
                                 << u"Copying … ░░░░░░░░░░░░░░░░░░░░░░░░ 0 % 12 s"_qs;
    QTest::newRow("half") << std::optional(0.5)
                          << u"Copying … ████████████░░░░░░░░░░░░ 50 % 12 s"_qs;
    QTest::newRow("more than all, as a copy may grow")
        << std::optional(1.2) << u"Copying … ████████████████████████ 100 % 12 s"_qs;
}

void TestLongWork::tellsHowFarItIs()
{
    QFETCH(std::optional<double>, share);
    QTEST(progressText(u"Copying …"_qs, share, 12s), "expected");
}

void TestLongWork::saysNothingOfQuickWork()
{
    QBuffer answers;
    QBuffer remarks;
    QVERIFY(answers.open(QIODevice::WriteOnly) && remarks.open(QIODevice::WriteOnly));
    Output output(answers, remarks, Terminal{true, false, 80}, false);
    Progress progress(output, u"Copying …"_qs);
    progress.tell(0.1);
    QCOMPARE(remarks.data(), QByteArray());
}

void TestLongWork::handsOnWhatTheWorkSays()
{
    QBuffer answers;
    QBuffer remarks;
    QVERIFY(answers.open(QIODevice::WriteOnly) && remarks.open(QIODevice::WriteOnly));
    Output output(answers, remarks, Terminal{}, false);
    QVERIFY(doLongWork(output, u"x"_qs, [] { return Result<>(); }));
    const auto failed = doLongWork(output, u"x"_qs, []() -> Result<> {
        return Error{ErrorCode::StoreFull, u"full"_qs};
    });
    QCOMPARE(failed.error().message, u"full"_qs);
}

Q_DECLARE_METATYPE(std::optional<double>)
QTEST_GUILESS_MAIN(TestLongWork)
#include "tst_longwork.moc"
