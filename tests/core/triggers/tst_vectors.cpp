// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/triggerjson.h"
#include "core/util/json.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace carillon;

/// Replays the golden vectors: each line of tests/data/vectors is a trigger with questions and
/// answers, or one that must be refused.
class TestVectors : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void answersAsRecorded_data();
    void answersAsRecorded();
};

namespace {

Instant instantOf(const QJsonValue &text)
{
    return *parseInstant(text.toString(), Zone::utc());
}

/// Two times are the same if instant and offset are; the notation is free.
QString normalised(const QJsonValue &time)
{
    if (time.isNull())
        return u"never"_qs;
    const auto written = parseWrittenTime(time.toString());
    return toIso(instantOf(time), Zone::fixed(*written->offset));
}

QString shown(const std::optional<Instant> &instant, const Trigger &trigger)
{
    return instant ? toIso(*instant, trigger.zoneAt(*instant)) : u"never"_qs;
}

std::optional<Instant> next(const Trigger &trigger, const QJsonValue &previous, Instant now)
{
    return previous.isNull() ? trigger.initial(now)
                             : trigger.first(instantOf(previous) + Duration(1));
}

void replaySequence(const Trigger &trigger, const QJsonObject &vector)
{
    const QJsonArray fires = vector.value(u"fires").toArray();
    QVERIFY(!fires.isEmpty());
    std::optional<Instant> answer = trigger.initial(instantOf(vector.value(u"now")));
    for (qsizetype i = 0; i < fires.size(); ++i) {
        QCOMPARE(shown(answer, trigger), normalised(fires[i]));
        if (answer)
            answer = trigger.first(*answer + Duration(1));
    }
}

void replayProbes(const Trigger &trigger, const QJsonArray &probes)
{
    for (const QJsonValue &probe : probes) {
        const QJsonObject question = probe.toObject();
        const auto answer =
            next(trigger, question.value(u"prev"), instantOf(question.value(u"now")));
        QCOMPARE(shown(answer, trigger), normalised(question.value(u"next")));
    }
}

} // namespace

/// The future is recorded as one release of the tz database foretells it.
void TestVectors::initTestCase()
{
    qputenv("TZDIR", CARILLON_TEST_DATA "/zoneinfo");
}

void TestVectors::answersAsRecorded_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *name : {"cron", "crontab", "dialects", "interval", "date", "probe", "dst",
                             "invalid", "combining", "calendarinterval", "except"}) {
        const QString path = QStringLiteral(CARILLON_TEST_DATA "/vectors/%1.jsonl");
        QFile file(path.arg(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        while (!file.atEnd()) {
            const QByteArray line = file.readLine();
            const auto vector = parseJson(line);
            QVERIFY(vector);
            QTest::newRow(qPrintable(vector->toObject().value(u"id").toString())) << line;
        }
    }
}

void TestVectors::answersAsRecorded()
{
    QFETCH(QByteArray, line);
    const QJsonObject vector = parseJson(line)->toObject();
    const TriggerContext context{instantOf(u"2024-01-01T00:00:00Z"_qs)};
    const QString kind = vector.value(u"kind").toString();
    const auto trigger = triggerFromJson(kind, vector.value(u"args").toObject(), context);
    if (vector.value(u"error").toBool()) {
        QVERIFY(!trigger);
        QCOMPARE(trigger.error().code, ErrorCode::InvalidInput);
        QVERIFY(!trigger.error().message.isEmpty());
        QVERIFY(!trigger.error().message.contains(u'\n'));
        return;
    }
    QVERIFY2(trigger, trigger ? "" : qPrintable(trigger.error().message));
    if (const QJsonArray probes = vector.value(u"probe").toArray(); !probes.isEmpty())
        replayProbes(*trigger, probes);
    else
        replaySequence(*trigger, vector);

    // What is written down is the same trigger, whoever reads it.
    const auto again =
        triggerFromJson(triggerKind(*trigger), triggerArgs(*trigger),
                        {instantOf(u"2030-01-01T00:00:00Z"_qs), *Zone::named(u"Asia/Tokyo")});
    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
    QVERIFY(*again == *trigger);
}

QTEST_GUILESS_MAIN(TestVectors)
#include "tst_vectors.moc"
