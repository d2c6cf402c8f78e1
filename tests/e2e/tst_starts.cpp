// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/program.h"

#include <QTemporaryDir>

using namespace carillon;

/// One engine per profile, ever.
class TestStarts : public QObject
{
    Q_OBJECT

private slots:
    void exactlyOneOfSixRuns();
};

void TestStarts::exactlyOneOfSixRuns()
{
    constexpr int alreadyRunning = 2;
    const QTemporaryDir folder;
    std::vector<std::unique_ptr<QProcess>> starts;
    for (int i = 0; i < 6; ++i) {
        starts.push_back(std::make_unique<QProcess>());
        starts.back()->start(QStringLiteral(CARILLONCTL),
                             {u"serve"_qs, u"--profile"_qs, folder.path()});
    }
    const auto hasEnded = [](const auto &start) { return start->state() == QProcess::NotRunning; };
    const auto ended = [&] { return std::count_if(starts.begin(), starts.end(), hasEnded); };
    QTRY_COMPARE_WITH_TIMEOUT(ended(), 5, 60'000);
    const auto left = std::find_if_not(starts.begin(), starts.end(), hasEnded);
    const QString holder = u"process %1"_qs.arg((*left)->processId());
    for (const auto &start : starts) {
        if (start == *left)
            continue;
        QCOMPARE(start->exitCode(), alreadyRunning);
        const QString message = QString::fromUtf8(start->readAllStandardError());
        QVERIFY2(message.contains(holder), qPrintable(message));
    }
    QTRY_VERIFY_WITH_TIMEOUT((*left)->canReadLine(), 60'000);
    QVERIFY((*left)->readLine().startsWith("READY=1"));
    (*left)->terminate();
    QVERIFY((*left)->waitForFinished());
    QCOMPARE((*left)->exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestStarts)
#include "tst_starts.moc"
