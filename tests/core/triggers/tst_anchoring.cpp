// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/anchoring.h"
#include "support/triggers.h"

#include <QJsonDocument>
#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

class TestAnchoring : public QObject
{
    Q_OBJECT

private slots:
    void anchorsWhatNobodyChose_data();
    void anchorsWhatNobodyChose();
};

void TestAnchoring::anchorsWhatNobodyChose_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("args");
    QTest::addColumn<QString>("expected"); // from 2026-01-01 on; empty: stays as it is
    const auto row = [](const char *name, const char *kind, const char *args,
                        const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(kind) << QByteArray(args)
                            << QString::fromLatin1(expected);
    };
    // Read while the clock showed 2098-06-01T00:00Z.
    row("open start", "interval", R"({"hours": 2})",
        "2026-01-01T02:00:00+00:00 2026-01-01T04:00:00+00:00");
    row("with an end", "interval", R"({"hours": 2, "end_date": "2026-01-01T03:00:00+00:00"})",
        "2026-01-01T02:00:00+00:00 never");
    row("chosen start", "interval", R"({"hours": 2, "start_date": "2098-01-01"})", "");
    row("open start that is not far off", "interval",
        R"({"hours": 2, "start_date": "2026-01-01T01:00:00", "start_open": true})", "");
    row("cron", "cron", R"({"hour": 9})", "");
    row("date", "date", R"({"run_date": "2098-01-01"})", "");
    row("in an or", "or",
        R"({"triggers": [{"kind": "interval", "args": {"days": 3}},
                         {"kind": "date", "args": {"run_date": "2026-01-02"}}]})",
        "2026-01-02T00:00:00+00:00 2026-01-04T00:00:00+00:00");
    row("in an and", "and",
        R"({"triggers": [{"kind": "interval", "args": {"days": 3}},
                         {"kind": "cron", "args": {"day": "*/2"}}]})",
        "2026-01-07T00:00:00+00:00 2026-01-13T00:00:00+00:00");
    row("base of an except", "except",
        R"({"base": {"kind": "interval", "args": {"days": 1}}, "exclude_dates": ["2026-01-02"]})",
        "2026-01-03T00:00:00+00:00 2026-01-04T00:00:00+00:00");
}

void TestAnchoring::anchorsWhatNobodyChose()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, args);
    QFETCH(QString, expected);
    const Instant then = parseInstant(u"2098-06-01T00:00Z"_qs, Zone::utc()).value();
    const Instant now = parseInstant(u"2026-01-01T00:00Z"_qs, Zone::utc()).value();
    const Trigger trigger = readTrigger(kind, args, {then, Zone::utc()}).withJitter(5s);
    const auto anew = anchoredAnew(trigger, now);
    QCOMPARE(anew.has_value(), !expected.isEmpty());
    if (!anew)
        return;
    QCOMPARE(answers(*anew, now, 2), expected);
    QCOMPARE(anew->jitter(), Duration(5s));
    QVERIFY(!anchoredAnew(*anew, now));         // once is enough
    const Trigger plain = anew->withJitter(0s); // the combined kinds have none on the wire
    QCOMPARE(readTrigger(kind, QJsonDocument(triggerArgs(plain)).toJson()), plain);
}

QTEST_GUILESS_MAIN(TestAnchoring)
#include "tst_anchoring.moc"
