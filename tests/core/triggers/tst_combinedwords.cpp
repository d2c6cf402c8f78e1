// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/scheduletext.h"
#include "core/triggers/triggerjson.h"

#include "support/triggers.h"

#include <QTest>

using namespace carillon;

/// The words for calendar intervals, and for triggers made of others.
class TestCombinedWords : public QObject
{
    Q_OBJECT

private slots:
    void saysCalendarIntervals_data();
    void saysCalendarIntervals();
    void saysCombinations_data();
    void saysCombinations();
    void saysExceptions_data();
    void saysExceptions();
    void saysJitter_data();
    void saysJitter();
    void fallsBackToTheExpression_data();
    void fallsBackToTheExpression();
};

namespace {

const QLocale english(QLocale::English);
const QLocale chinese(QLocale::Chinese, QLocale::SimplifiedChineseScript, QLocale::China);

Trigger read(const QJsonObject &json)
{
    const auto result =
        triggerFromJson(json[u"kind"_qs].toString(), json[u"args"_qs].toObject(),
                        {*parseInstant(u"2026-01-01", {}), *Zone::named(u"Europe/Berlin")});
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return *result;
}

Trigger read(const QByteArray &json)
{
    return read(jsonObject(json));
}

/// Cron and other triggers by name, so that rows stay short.
QByteArray named(QByteArray json)
{
    const std::pair<const char *, const char *> names[] = {
        {"DAILY", R"({"kind": "cron", "args": {"hour": 9}})"},
        {"MONDAYS", R"({"kind": "cron", "args": {"day_of_week": "mon", "hour": 18}})"},
        {"HOURLY", R"({"kind": "cron", "args": {"minute": 0}})"},
        {"STEADILY", R"({"kind": "interval", "args": {"hours": 1}})"},
        {"FORTNIGHTLY", R"({"kind": "interval",
                           "args": {"weeks": 2, "start_date": "2026-01-05 18:00"}})"},
        {"SUNDAYS", R"({"kind": "cron", "args": {"day_of_week": "sun", "second": "*"}})"},
        {"LASTDAYS", R"({"kind": "cron", "args": {"day": "last", "second": "*"}})"},
        {"CHRISTMAS", R"({"kind": "cron", "args": {"month": 12, "day": "24-26", "second": "*"}})"},
        {"TOKYO", R"({"kind": "cron", "args": {"hour": 9, "timezone": "Asia/Tokyo"}})"},
        {"EVENING", R"({"kind": "cron", "args": {"hour": 21, "timezone": "Asia/Tokyo"}})"},
        {"ODD", R"({"kind": "cron", "args": {"hour": "1,5,6", "minute": "3,9,14,55,58"}})"},
        {"TERM", R"({"kind": "cron", "args": {"hour": 9, "end_date": "2026-12-31"}})"},
    };
    for (const auto &[name, trigger] : names)
        json.replace(name, trigger);
    return json;
}

void columns()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("inEnglish");
    QTest::addColumn<QString>("inChinese");
}

void row(const QByteArray &json, const QString &inEnglish, const QString &inChinese)
{
    QTest::newRow(json.constData()) << named(json) << inEnglish << inChinese;
}

void calendarRow(const char *args, const QString &inEnglish, const QString &inChinese)
{
    row(QByteArray(R"({"kind": "calendarinterval", "args": )") + args + '}', inEnglish, inChinese);
}

void check()
{
    QFETCH(QByteArray, json);
    const Zone home = *Zone::named(u"Europe/Berlin");
    QTEST(scheduleText(read(json), english, home), "inEnglish");
    QTEST(scheduleText(read(json), chinese, home), "inChinese");
}

} // namespace

void TestCombinedWords::saysCalendarIntervals_data()
{
    columns();
    calendarRow(R"({"months": 1, "hour": 9, "start_date": "2026-01-31"})",
                u"Every month on day 31 at 09:00"_qs, u"每月 31 日 09:00"_qs);
    calendarRow(R"({"months": 2, "hour": 9, "start_date": "2026-01-31"})",
                u"Every 2 months since 2026-01-31 at 09:00"_qs,
                u"自 2026-01-31 起每 2 个月 09:00"_qs);
    calendarRow(R"({"years": 1, "hour": 9, "start_date": "2026-01-31"})",
                u"Every year on 31 January at 09:00"_qs, u"每年 1 月 31 日 09:00"_qs);
    calendarRow(R"({"months": 12, "hour": 9, "start_date": "2024-02-29"})",
                u"On 29 February in leap years at 09:00"_qs, u"每逢闰年 2 月 29 日 09:00"_qs);
    calendarRow(R"({"years": 2, "start_date": "2026-03-01"})",
                u"Every 2 years since 2026-03-01 at 00:00"_qs, u"自 2026-03-01 起每 2 年 00:00"_qs);
    calendarRow(R"({"years": 1, "months": 6, "start_date": "2026-03-01"})",
                u"Every 1 year 6 months since 2026-03-01 at 00:00"_qs,
                u"自 2026-03-01 起每 1 年 6 个月 00:00"_qs);
    calendarRow(R"({"weeks": 1, "hour": 7, "minute": 5, "start_date": "2026-01-05"})",
                u"Every Monday at 07:05"_qs, u"每周一 07:05"_qs);
    calendarRow(R"({"days": 7, "hour": 7, "start_date": "2026-01-07"})",
                u"Every Wednesday at 07:00"_qs, u"每周三 07:00"_qs);
    calendarRow(R"({"weeks": 2, "hour": 7, "start_date": "2026-01-05"})",
                u"Every 2 weeks since 2026-01-05 at 07:00"_qs, u"自 2026-01-05 起每 2 周 07:00"_qs);
    calendarRow(R"({"days": 1, "hour": 7, "second": 30})", u"Every day at 07:00:30"_qs,
                u"每天 07:00:30"_qs);
    calendarRow(R"({"days": 3, "start_date": "2026-01-05"})",
                u"Every 3 days since 2026-01-05 at 00:00"_qs, u"自 2026-01-05 起每 3 天 00:00"_qs);
    calendarRow(R"({"months": 1, "days": 10, "start_date": "2026-01-05"})",
                u"Every 1 month 10 days since 2026-01-05 at 00:00"_qs,
                u"自 2026-01-05 起每 1 个月 10 天 00:00"_qs);
    calendarRow(R"({"days": 1, "hour": 7, "timezone": "Asia/Tokyo", "start_date": "2026-01-05",
                    "end_date": "2026-12-31"})",
                u"Every day at 07:00 · Tokyo time until 2026-12-31"_qs,
                u"每天 07:00 · 东京时间 至 2026-12-31"_qs);
}

void TestCombinedWords::saysCalendarIntervals()
{
    check();
}

void TestCombinedWords::saysCombinations_data()
{
    columns();
    row(R"({"kind": "or", "args": {"triggers": [DAILY]}})", u"Every day at 09:00"_qs,
        u"每天 09:00"_qs);
    row(R"({"kind": "or", "args": {"triggers": [DAILY, MONDAYS]}})",
        u"Every day at 09:00, or every Monday at 18:00"_qs, u"每天 09:00，或每周一 18:00"_qs);
    row(R"({"kind": "or", "args": {"triggers": [DAILY, MONDAYS, HOURLY]}})",
        u"Every day at 09:00, or every Monday at 18:00, or every hour, on the hour"_qs,
        u"每天 09:00，或每周一 18:00，或每小时整点"_qs);
    row(R"({"kind": "or", "args": {"triggers": [TOKYO, EVENING]}})",
        u"Every day at 09:00, or every day at 21:00 · Tokyo time"_qs,
        u"每天 09:00，或每天 21:00 · 东京时间"_qs);
    row(R"({"kind": "or", "args": {"triggers": [DAILY, TOKYO]}})",
        u"Every day at 09:00, or every day at 09:00 · Tokyo time"_qs,
        u"每天 09:00，或每天 09:00 · 东京时间"_qs);
    row(R"({"kind": "or", "args": {"triggers": [TERM, MONDAYS]}})",
        u"Every day at 09:00 until 2026-12-31, or every Monday at 18:00"_qs,
        u"每天 09:00 至 2026-12-31，或每周一 18:00"_qs);
    row(R"({"kind": "and", "args": {"triggers": [MONDAYS, FORTNIGHTLY]}})",
        u"Only when both apply: every Monday at 18:00, and every 2 weeks since 2026-01-05 18:00"_qs,
        u"仅当同时满足：每周一 18:00，且自 2026-01-05 18:00 起每 2 周"_qs);
    row(R"({"kind": "and", "args": {"triggers": [DAILY, MONDAYS, STEADILY]}})",
        u"Only when all apply: every day at 09:00, every Monday at 18:00, and every hour"_qs,
        u"仅当同时满足：每天 09:00，且每周一 18:00，且每小时"_qs);
}

void TestCombinedWords::saysCombinations()
{
    check();
}

void TestCombinedWords::saysExceptions_data()
{
    columns();
    row(R"({"kind": "except", "args": {"base": DAILY}})", u"Every day at 09:00"_qs,
        u"每天 09:00"_qs);
    row(R"({"kind": "except", "args": {"base": DAILY, "exclude_dates": ["2026-12-25"]}})",
        u"Every day at 09:00 except 2026-12-25"_qs, u"每天 09:00，2026-12-25 除外"_qs);
    row(R"({"kind": "except", "args": {"base": DAILY,
            "exclude_dates": ["2026-12-26", "2026-12-25"]}})",
        u"Every day at 09:00 except 2026-12-25 and 2026-12-26"_qs,
        u"每天 09:00，2026-12-25、2026-12-26 除外"_qs);
    row(R"({"kind": "except", "args": {"base": DAILY,
            "exclude_dates": ["2026-12-25", "2026-12-26", "2027-01-01", "2027-01-06"]}})",
        u"Every day at 09:00 except 2026-12-25 and 3 more dates"_qs,
        u"每天 09:00，2026-12-25 等 4 天除外"_qs);
    row(R"({"kind": "except", "args": {"base": HOURLY, "exclude": [SUNDAYS]}})",
        u"Every hour, on the hour, except every Sunday"_qs, u"每小时整点，每周日除外"_qs);
    row(R"({"kind": "except", "args": {"base": DAILY, "exclude": [LASTDAYS],
            "exclude_dates": ["2026-10-31"]}})",
        u"Every day at 09:00 except on the last day of every month and 2026-10-31"_qs,
        u"每天 09:00，每月最后一天、2026-10-31 除外"_qs);
    row(R"({"kind": "except", "args": {"base": DAILY, "exclude": [MONDAYS]}})",
        u"Every day at 09:00 except every Monday at 18:00"_qs, u"每天 09:00，每周一 18:00 除外"_qs);
    row(R"({"kind": "except", "args": {"base": DAILY, "exclude": [ODD]}})",
        u"Every day at 09:00 except the times of another schedule"_qs,
        u"每天 09:00，另 1 条规则的时间除外"_qs);
    row(R"({"kind": "except", "args": {"base": TOKYO, "exclude_dates": ["2026-12-25"]}})",
        u"Every day at 09:00 · Tokyo time except 2026-12-25"_qs,
        u"每天 09:00 · 东京时间，2026-12-25 除外"_qs);
    row(R"({"kind": "except", "args": {"base": {"kind": "or", "args":
            {"triggers": [DAILY, MONDAYS]}}, "exclude": [CHRISTMAS]}})",
        u"Every day at 09:00, or every Monday at 18:00, except on days 24 to 26 of December"_qs,
        u"每天 09:00，或每周一 18:00，每年 12 月 24 日至 26 日除外"_qs);
    row(R"({"kind": "except", "args": {"base": DAILY, "exclude": [FORTNIGHTLY, CHRISTMAS, LASTDAYS]}})",
        u"Every day at 09:00 except the times of 3 other schedules"_qs,
        u"每天 09:00，自 2026-01-05 18:00 起每 2 周、每年 12 月 24 日至 26 日、每月最后一天除外"_qs);
}

void TestCombinedWords::saysExceptions()
{
    check();
}

void TestCombinedWords::saysJitter_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("jitter");
    QTest::addColumn<QString>("inEnglish");
    QTest::addColumn<QString>("inChinese");
    QTest::newRow("last") << named("TOKYO") << qint64(30'000'000)
                          << u"Every day at 09:00 · Tokyo time ± 30 s"_qs
                          << u"每天 09:00 · 东京时间 随机 ±30 秒"_qs;
    QTest::newRow("behind the window") << named("TERM") << qint64(90'000'000)
                                       << u"Every day at 09:00 until 2026-12-31 ± 1 min 30 s"_qs
                                       << u"每天 09:00 至 2026-12-31 随机 ±1 分 30 秒"_qs;
    QTest::newRow("before the exceptions")
        << named(R"({"kind": "except", "args": {"base": DAILY, "exclude_dates": ["2026-12-25"]}})")
        << qint64(300'000'000) << u"Every day at 09:00 ± 5 min except 2026-12-25"_qs
        << u"每天 09:00 随机 ±5 分钟，2026-12-25 除外"_qs;
}

void TestCombinedWords::saysJitter()
{
    QFETCH(QByteArray, json);
    QFETCH(qint64, jitter);
    const Zone home = *Zone::named(u"Europe/Berlin");
    const Trigger trigger = read(json).withJitter(Duration(jitter));
    QTEST(scheduleText(trigger, english, home), "inEnglish");
    QTEST(scheduleText(trigger, chinese, home), "inChinese");
}

void TestCombinedWords::fallsBackToTheExpression_data()
{
    columns();
    row(R"({"kind": "or", "args": {"triggers": [DAILY, ODD]}})",
        u"or[cron[hour='9'], cron[hour='1,5,6', minute='3,9,14,55,58']] (custom schedule)"_qs,
        u"or[cron[hour='9'], cron[hour='1,5,6', minute='3,9,14,55,58']]（自定义规则）"_qs);
    // "a, or b, and c" would be anybody's guess.
    row(R"({"kind": "and", "args": {"triggers": [{"kind": "or", "args":
            {"triggers": [DAILY, HOURLY]}}, MONDAYS]}})",
        u"and[or[cron[hour='9'], cron[minute=…cron[day_of_week='mon', hour='18']] (custom schedule)"_qs,
        u"and[or[cron[hour='9'], cron[minute='0']], cron[day_of_week='mon', hour='18']]（自定义规则）"_qs);
    row(R"({"kind": "except", "args": {"base": ODD, "exclude": [HOURLY],
            "exclude_dates": ["2026-12-25"]}})",
        u"except[cron[hour='1,5,6', minute='3…'], cron[minute='0'], '2026-12-25'] (custom schedule)"_qs,
        u"except[cron[hour='1,5,6', minute='3,9,14,55,58'], cron[minute='0'], '2026-12-25']（自定义规则）"_qs);
}

void TestCombinedWords::fallsBackToTheExpression()
{
    check();
}

QTEST_GUILESS_MAIN(TestCombinedWords)
#include "tst_combinedwords.moc"
