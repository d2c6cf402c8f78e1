// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/runtext.h"
#include "ui/format/statetext.h"

#include "support/jobbuilder.h"

#include <QTest>

using namespace carillon;
using namespace carillon::ui;
using namespace Qt::StringLiterals;

/// How a run came about, as its log and the run list say it.
class TestRunText : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatStartedARun_data();
    void saysWhatStartedARun();
    void saysNothingBeforeTheStart();
};

void TestRunText::saysWhatStartedARun_data()
{
    QTest::addColumn<RunCause>("cause");
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("head");
    QTest::newRow("schedule") << RunCause::Schedule << QString() << u"Schedule"_s
                              << u"Started by its schedule, due at 2024-05-06 09:00:00"_s;
    QTest::newRow("catch-up") << RunCause::CatchUp << QString() << u"Catch-up"_s
                              << u"Started late to catch up, due at 2024-05-06 09:00:00"_s;
    QTest::newRow("by hand") << RunCause::Manual << QString() << u"You"_s << u"Started by hand"_s;
    QTest::newRow("by somebody") << RunCause::Manual << u"anna"_s << u"anna"_s
                                 << u"Started by hand (anna)"_s;
    QTest::newRow("API") << RunCause::Api << QString() << u"API"_s << u"Started through the API"_s;
    QTest::newRow("API, a token") << RunCause::Api << u"ci"_s << u"API: ci"_s
                                  << u"Started through the API (ci)"_s;
    QTest::newRow("retry") << RunCause::Retry << QString() << u"Retry"_s
                           << u"Attempt 2, because run 7 failed"_s;
    QTest::newRow("after") << RunCause::After << QString() << u"Another job"_s
                           << u"Started because run 7 had ended"_s;
    QTest::newRow("rerun") << RunCause::Rerun << QString() << u"Interruption"_s
                           << u"Started again because run 7 was interrupted"_s;
}

void TestRunText::saysWhatStartedARun()
{
    QFETCH(RunCause, cause);
    QFETCH(QString, by);
    Run run;
    run.cause = cause;
    run.by = by;
    run.source = RunId{7};
    run.attempt = 2;
    run.due = utc("2024-05-06T09:00Z");
    run.started = utc("2024-05-06T09:00:03Z");
    QTEST(causeText(run), "column");
    QFETCH(QString, head);
    QCOMPARE(runHead(run, {*run.started, Zone::utc(), QLocale::c()}),
             QStringList{u"2024-05-06 09:00:03  "_s + head});
}

void TestRunText::saysNothingBeforeTheStart()
{
    QCOMPARE(runHead(Run(), {utc("2024-05-06T09:00Z"), Zone::utc(), QLocale::c()}), QStringList());
}

QTEST_GUILESS_MAIN(TestRunText)
#include "tst_runtext.moc"
