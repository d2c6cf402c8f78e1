// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/triggerjson.h"
#include "core/util/json.h"

#include "support/triggers.h"

#include <QTest>

using namespace carillon;

/// `or`, `and` and `except` as JSON.
class TestCombinedTriggerJson : public QObject
{
    Q_OBJECT

private slots:
    void refuses_data();
    void refuses();
    void refusesEndlessNesting();
    void refusesMoreThanItCanAnswer();
    void writesWhatItReads_data();
    void writesWhatItReads();
};

namespace {

TriggerContext context()
{
    return {*parseInstant(u"2026-11-20T10:00:00Z", {}), *Zone::named(u"Asia/Shanghai")};
}

} // namespace

void TestCombinedTriggerJson::refuses_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("args");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("message");
    const auto add = [](const char *kind, const char *args, const char *field,
                        const QString &message) {
        QTest::newRow(QByteArray(args).simplified())
            << QString::fromLatin1(kind) << QByteArray(args) << QString::fromLatin1(field)
            << message;
    };
    add("or", "{}", "triggers",
        u"triggers: nothing is listed; at least one trigger is accepted"_qs);
    add("and", R"({"triggers": {}})", "triggers", u"triggers: a list is expected here"_qs);
    add("and", R"({"triggers": [{"kind": "cron"},
        {"kind": "date", "args": {"run_date": "2024-13-01"}}]})",
        "triggers",
        u"and, trigger 2: run_date: '2024-13-01' does not exist: month must be in 1..12"_qs);
    add("or", R"({"triggers": ["cron"]})", "triggers",
        u"or, trigger 1: an object with kind and args is expected here"_qs);
    add("or", R"({"triggers": [{"kind": "cron", "args": {"jitter": 5}}]})", "triggers",
        u"or, trigger 1: jitter: not accepted inside another trigger"_qs);
    add("or", R"({"triggers": [{"kind": "cron"}], "jitter": 5})", "jitter",
        u"unknown argument 'jitter'; accepted: triggers"_qs);
    add("except", "{}", "base", u"except, base: an object with kind and args is expected here"_qs);
    add("except", R"({"base": {"kind": "and", "args": {"triggers": [
        {"kind": "cron", "args": {"hour": 24}}]}}})",
        "base",
        u"except, base: and, trigger 1: hour, column 1: '24' is out of range; 0-23 is "
        u"accepted"_qs);
    add("except", R"({"base": {"kind": "cron"}, "exclude": [{"kind": "dat"}]})", "exclude",
        u"except, exclude 1: unknown kind of trigger 'dat'; accepted: %1"_qs.arg(
            triggerKinds().join(u", ")));
    add("except", R"({"base": {"kind": "cron"}, "exclude_dates": ["2024-01-01", 5]})",
        "exclude_dates", u"exclude_dates, date 2: text is expected here"_qs);
    add("except", R"({"base": {"kind": "cron"}, "timezone": "utc"})", "timezone",
        u"timezone: 'utc' is not a time zone known here; a name such as Europe/Berlin or an "
        u"offset such as +08:00 is accepted"_qs);
}

void TestCombinedTriggerJson::refuses()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, args);
    const auto trigger = triggerFromJson(kind, jsonObject(args), context());
    QVERIFY(!trigger);
    QTEST(trigger.error().message, "message");
    QTEST(trigger.error().field, "field");
    QCOMPARE(trigger.error().code, ErrorCode::InvalidInput);
}

void TestCombinedTriggerJson::refusesEndlessNesting()
{
    QByteArray json = R"({"kind": "cron", "args": {}})";
    for (int i = 0; i < 32; ++i)
        json = R"({"kind": "or", "args": {"triggers": [)" + json + "]}}";
    const auto args = [](const QByteArray &json) {
        return jsonObject(json).value(u"args").toObject();
    };
    QVERIFY(triggerFromJson(u"or"_qs, args(json), context()));
    json = R"({"kind": "or", "args": {"triggers": [)" + json + "]}}";
    const auto trigger = triggerFromJson(u"or"_qs, args(json), context());
    QVERIFY(!trigger);
    QVERIFY(trigger.error().message.endsWith(u"nested too deeply; up to 32 levels are accepted"));
}

void TestCombinedTriggerJson::refusesMoreThanItCanAnswer()
{
    QJsonArray list;
    for (int i = 0; i < 1000; ++i)
        list.append(QJsonObject{{u"kind"_qs, u"date"_qs}});
    QVERIFY(triggerFromJson(u"or"_qs, {{u"triggers"_qs, list}}, context()));
    const QJsonObject rest{{u"kind"_qs, u"or"_qs},
                           {u"args"_qs, QJsonObject{{u"triggers"_qs, list}}}};
    const QJsonArray both{rest, QJsonObject{{u"kind"_qs, u"cron"_qs}}};
    const auto more = triggerFromJson(u"and"_qs, {{u"triggers"_qs, both}}, context());
    QVERIFY(!more);
    QCOMPARE(more.error().message, u"triggers: 1001 in all; up to 1000 are accepted"_qs);
}

void TestCombinedTriggerJson::writesWhatItReads_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("args");
    QTest::addColumn<QByteArray>("written");
    const auto add = [](const char *name, const char *kind, const char *args, const char *written) {
        QTest::newRow(name) << QString::fromLatin1(kind) << QByteArray(args) << QByteArray(written);
    };
    add("all of it", "except",
        R"({"base": {"kind": "or", "args": {"triggers": [{"kind": "cron", "args": {"hour": 9}}]}},
            "exclude": [{"kind": "date", "args": {"run_date": "2030-01-01"}}],
            "exclude_dates": ["2030-05-01", "2029-12-24", "2030-05-01"], "timezone": "UTC"})",
        R"({"base": {"kind": "or", "args": {"triggers": [
                {"kind": "cron", "args": {"hour": "9", "timezone": "Asia/Shanghai"}}]}},
            "exclude": [{"kind": "date", "args": {"run_date": "2030-01-01T00:00:00+08:00",
                                                  "timezone": "Asia/Shanghai"}}],
            "exclude_dates": ["2029-12-24", "2030-05-01"], "timezone": "UTC"})");
    add("nothing is excluded", "except",
        R"({"base": {"kind": "cron", "args": {"timezone": "UTC"}}, "exclude": []})",
        R"({"base": {"kind": "cron", "args": {"timezone": "UTC"}}})");
    add("and", "and", R"({"triggers": [{"kind": "cron", "args": {"timezone": "UTC"}}]})",
        R"({"triggers": [{"kind": "cron", "args": {"timezone": "UTC"}}]})");
}

void TestCombinedTriggerJson::writesWhatItReads()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, args);
    QFETCH(QByteArray, written);
    const auto trigger = triggerFromJson(kind, jsonObject(args), context());
    QVERIFY2(trigger, trigger ? "" : qPrintable(trigger.error().message));
    QCOMPARE(triggerKind(*trigger), kind);
    QCOMPARE(toJsonText(triggerArgs(*trigger)), toJsonText(jsonObject(written)));
    const auto again = triggerFromJson(kind, triggerArgs(*trigger), {earliestInstant});
    QVERIFY(again);
    QVERIFY(*again == *trigger);
}

QTEST_GUILESS_MAIN(TestCombinedTriggerJson)
#include "tst_combinedtriggerjson.moc"
