// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/scheduletext.h"
#include "core/triggers/triggerjson.h"

#include "support/triggers.h"

#include <QTest>

using namespace carillon;

class TestScheduleText : public QObject
{
    Q_OBJECT

private slots:
    void saysCron_data();
    void saysCron();
    void saysOtherKinds_data();
    void saysOtherKinds();
    void addsSuffixes_data();
    void addsSuffixes();
    void fallsBackToTheExpression();
    void givesTheExactExpression_data();
    void givesTheExactExpression();
};

namespace {

const QLocale english(QLocale::English);
const QLocale chinese(QLocale::Chinese, QLocale::SimplifiedChineseScript, QLocale::China);

Trigger trigger(const QString &kind, const QByteArray &args)
{
    return readTrigger(kind, args, {*parseInstant(u"2026-01-01", {})});
}

void row(const char *args, const QString &inEnglish, const QString &inChinese)
{
    QTest::newRow(args) << QByteArray(args) << inEnglish << inChinese;
}

} // namespace

void TestScheduleText::saysCron_data()
{
    QTest::addColumn<QByteArray>("args");
    QTest::addColumn<QString>("inEnglish");
    QTest::addColumn<QString>("inChinese");
    row(R"({"minute": "*/5"})", u"Every 5 minutes"_qs, u"每 5 分钟"_qs);
    row(R"({"minute": "0/5"})", u"Every 5 minutes"_qs, u"每 5 分钟"_qs);
    row(R"({"minute": 0})", u"Every hour, on the hour"_qs, u"每小时整点"_qs);
    row(R"({"minute": 30})", u"Every hour at minute 30"_qs, u"每小时第 30 分"_qs);
    row(R"({"minute": "15,45"})", u"Every hour at minutes 15 and 45"_qs, u"每小时第 15、45 分"_qs);
    row(R"({"minute": "*/7"})", u"Every hour at minutes 0, 7, 14, 21, 28, 35, 42, 49 and 56"_qs,
        u"每小时第 0、7、14、21、28、35、42、49、56 分"_qs);
    row(R"({"minute": "*"})", u"Every minute"_qs, u"每分钟"_qs);
    row(R"({"second": "*"})", u"Every second"_qs, u"每秒"_qs);
    row(R"({"second": "*/20"})", u"Every 20 seconds"_qs, u"每 20 秒"_qs);
    row(R"({"second": "15"})", u"Every minute at second 15"_qs, u"每分钟第 15 秒"_qs);
    row(R"({"hour": "*/4"})", u"Every 4 hours, on the hour"_qs, u"每 4 小时整点"_qs);
    row(R"({"hour": "*/4", "minute": 10})", u"Every 4 hours at minute 10"_qs,
        u"每 4 小时第 10 分"_qs);
    row(R"({"day_of_week": "mon-fri", "hour": 9})", u"Monday to Friday at 09:00"_qs,
        u"周一至周五 09:00"_qs);
    row(R"({"day_of_week": "0,4", "hour": 8, "minute": 30})",
        u"Every Monday and Friday at 08:30"_qs, u"每周一、周五 08:30"_qs);
    row(R"({"day_of_week": "sun", "hour": 8})", u"Every Sunday at 08:00"_qs, u"每周日 08:00"_qs);
    row(R"({"day_of_week": "0-6", "hour": 6, "minute": 0})", u"Every day at 06:00"_qs,
        u"每天 06:00"_qs);
    row(R"({"hour": "8,12,18"})", u"Every day at 08:00, 12:00 and 18:00"_qs,
        u"每天 08:00、12:00、18:00"_qs);
    row(R"({"hour": "9-17", "minute": "*/15", "day_of_week": "mon-fri"})",
        u"Every 15 minutes from 09:00 to 17:45, Monday to Friday"_qs,
        u"周一至周五 09:00–17:45，每 15 分钟"_qs);
    row(R"({"hour": "9-17", "minute": 30})", u"Every hour from 09:30 to 17:30"_qs,
        u"每天 09:30–17:30，每小时"_qs);
    row(R"({"hour": "8-18/2"})", u"Every 2 hours from 08:00 to 18:00"_qs,
        u"每天 08:00–18:00，每 2 小时"_qs);
    row(R"({"minute": "*/5", "day_of_week": "sat,sun"})",
        u"Every 5 minutes, every Saturday and Sunday"_qs, u"每周六、周日，每 5 分钟"_qs);
    row(R"({"month": 1, "day": 1})", u"Every year on 1 January at 00:00"_qs,
        u"每年 1 月 1 日 00:00"_qs);
    row(R"({"year": 2027, "month": 1, "day": 1})", u"On 1 January 2027 at 00:00"_qs,
        u"2027 年 1 月 1 日 00:00"_qs);
    row(R"({"month": "1,4,7,10", "day": 1, "hour": 6})",
        u"On day 1 of January, April, July and October at 06:00"_qs,
        u"每年 1 月、4 月、7 月、10 月的 1 日 06:00"_qs);
    row(R"({"day": 13})", u"On day 13 of every month at 00:00"_qs, u"每月 13 日 00:00"_qs);
    row(R"({"day": "1,15", "hour": 4})", u"On days 1 and 15 of every month at 04:00"_qs,
        u"每月 1 日、15 日 04:00"_qs);
    row(R"({"day": "1-7"})", u"On days 1 to 7 of every month at 00:00"_qs,
        u"每月 1 日至 7 日 00:00"_qs);
    row(R"({"day": 13, "day_of_week": "4", "hour": 0})",
        u"At 00:00 on day 13 when it is a Friday"_qs, u"每月 13 日且为周五时 00:00"_qs);
    row(R"({"day": 13, "month": 6, "day_of_week": "sat,sun", "hour": 0})",
        u"At 00:00 on day 13 of June when it is a Saturday or Sunday"_qs,
        u"每年 6 月 13 日且为周六或周日时 00:00"_qs);
    row(R"({"day": "last", "hour": 23})", u"On the last day of every month at 23:00"_qs,
        u"每月最后一天 23:00"_qs);
    row(R"({"day": "15,last"})", u"On day 15 and the last day of every month at 00:00"_qs,
        u"每月 15 日、最后一天 00:00"_qs);
    row(R"({"day": "3rd mon", "hour": 10})", u"On the third Monday of every month at 10:00"_qs,
        u"每月第三个周一 10:00"_qs);
    row(R"({"day": "last fri", "month": "6"})", u"On the last Friday of June at 00:00"_qs,
        u"每年 6 月最后一个周五 00:00"_qs);
    row(R"({"month": "6-8", "hour": 9})", u"Every day from June to August at 09:00"_qs,
        u"每年 6 月至 8 月每天 09:00"_qs);
    row(R"({"week": 20, "day_of_week": "mon"})", u"Every Monday in week 20 at 00:00"_qs,
        u"每年第 20 周的周一 00:00"_qs);
    row(R"({"year": "2027-2029", "minute": "*/5"})", u"Every 5 minutes from 2027 to 2029"_qs,
        u"2027 至 2029 年每天，每 5 分钟"_qs);
}

void TestScheduleText::saysCron()
{
    QFETCH(QByteArray, args);
    const Trigger cron = trigger(u"cron"_qs, args);
    QTEST(scheduleText(cron, english, Zone::utc()), "inEnglish");
    QTEST(scheduleText(cron, chinese, Zone::utc()), "inChinese");
}

void TestScheduleText::saysOtherKinds_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("args");
    QTest::addColumn<QString>("inEnglish");
    QTest::addColumn<QString>("inChinese");
    const auto add = [](const char *kind, const char *args, const QString &inEnglish,
                        const QString &inChinese) {
        QTest::newRow(args) << QString::fromLatin1(kind) << QByteArray(args) << inEnglish
                            << inChinese;
    };
    add("interval", R"({"seconds": 90})", u"Every 1 min 30 s"_qs, u"每 1 分 30 秒"_qs);
    add("interval", R"({"weeks": 2, "start_date": "2026-01-05 09:00"})",
        u"Every 2 weeks since 2026-01-05 09:00"_qs, u"自 2026-01-05 09:00 起每 2 周"_qs);
    add("interval", R"({"days": 1, "start_date": "2026-01-05 09:00"})",
        u"Every day since 2026-01-05 09:00"_qs, u"自 2026-01-05 09:00 起每天"_qs);
    add("interval", R"({"days": 10, "start_date": "2026-01-05"})",
        u"Every 10 days since 2026-01-05 00:00"_qs, u"自 2026-01-05 00:00 起每 10 天"_qs);
    add("interval", R"({"seconds": 20})", u"Every 20 seconds"_qs, u"每 20 秒"_qs);
    add("interval", R"({"hours": 1})", u"Every hour"_qs, u"每小时"_qs);
    add("interval", R"({"seconds": 0.5})", u"Every 0.5 seconds"_qs, u"每 0.5 秒"_qs);
    add("interval", R"({"hours": 2, "seconds": 1.5})", u"Every 2 h 1.5 s"_qs,
        u"每 2 小时 1.5 秒"_qs);
    add("date", R"({"run_date": "2027-01-30 11:22"})", u"Once, on 2027-01-30 at 11:22"_qs,
        u"仅一次：2027-01-30 11:22"_qs);
    add("date", R"({"run_date": "2027-01-30 11:22:33"})", u"Once, on 2027-01-30 at 11:22:33"_qs,
        u"仅一次：2027-01-30 11:22:33"_qs);
}

void TestScheduleText::saysOtherKinds()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, args);
    QTEST(scheduleText(trigger(kind, args), english, Zone::utc()), "inEnglish");
    QTEST(scheduleText(trigger(kind, args), chinese, Zone::utc()), "inChinese");
    QCOMPARE(scheduleText({}, english, Zone::utc()), u"Only when started by hand or API"_qs);
    QCOMPARE(scheduleText({}, chinese, Zone::utc()), u"仅手动或通过接口执行"_qs);
}

void TestScheduleText::addsSuffixes_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("args");
    QTest::addColumn<QString>("inEnglish");
    QTest::addColumn<QString>("inChinese");
    const auto add = [](const char *name, const char *kind, const char *args,
                        const QString &inEnglish, const QString &inChinese) {
        QTest::newRow(name) << QString::fromLatin1(kind) << QByteArray(args) << inEnglish
                            << inChinese;
    };
    add("zone", "cron", R"({"hour": 9, "timezone": "Asia/Tokyo"})",
        u"Every day at 09:00 · Tokyo time"_qs, u"每天 09:00 · 东京时间"_qs);
    add("zone without a Chinese name", "cron", R"({"hour": 9, "timezone": "Australia/Lord_Howe"})",
        u"Every day at 09:00 · Lord Howe time"_qs, u"每天 09:00 · Lord Howe 时间"_qs);
    add("home", "cron", R"({"hour": 9, "timezone": "Europe/Berlin"})", u"Every day at 09:00"_qs,
        u"每天 09:00"_qs);
    add("UTC", "cron", R"({"hour": 9, "timezone": "Etc/UTC"})", u"Every day at 09:00 · UTC"_qs,
        u"每天 09:00 · UTC"_qs);
    add("until a date", "cron",
        R"({"hour": 9, "end_date": "2026-12-31", "timezone": "Europe/Berlin"})",
        u"Every day at 09:00 until 2026-12-31"_qs, u"每天 09:00 至 2026-12-31"_qs);
    add("zone before window", "cron",
        R"({"hour": 9, "end_date": "2026-12-31 18:00", "timezone": "Asia/Tokyo"})",
        u"Every day at 09:00 · Tokyo time until 2026-12-31 18:00"_qs,
        u"每天 09:00 · 东京时间 至 2026-12-31 18:00"_qs);
    add("from and until", "cron",
        R"({"hour": 9, "start_date": "2026-02-01", "end_date": "2026-12-31",
            "timezone": "Europe/Berlin"})",
        u"Every day at 09:00 from 2026-02-01 until 2026-12-31"_qs,
        u"每天 09:00 自 2026-02-01 至 2026-12-31"_qs);
    add("short interval knows no zone", "interval", R"({"minutes": 5, "timezone": "Asia/Tokyo"})",
        u"Every 5 minutes"_qs, u"每 5 分钟"_qs);
    add("date with the offset of home", "date", R"({"run_date": "2027-01-30T11:22:00+01:00"})",
        u"Once, on 2027-01-30 at 11:22"_qs, u"仅一次：2027-01-30 11:22"_qs);
    add("date with another offset", "date", R"({"run_date": "2027-01-30T11:22:00+08:00"})",
        u"Once, on 2027-01-30 at 11:22 · UTC+08:00"_qs, u"仅一次：2027-01-30 11:22 · UTC+08:00"_qs);
}

void TestScheduleText::addsSuffixes()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, args);
    const Zone home = *Zone::named(u"Europe/Berlin");
    QTEST(scheduleText(trigger(kind, args), english, home), "inEnglish");
    QTEST(scheduleText(trigger(kind, args), chinese, home), "inChinese");
}

void TestScheduleText::fallsBackToTheExpression()
{
    const Trigger odd = trigger(u"cron"_qs, R"({"hour": "1,5,6", "minute": "3,9,14,55,58"})");
    QCOMPARE(scheduleText(odd, english, Zone::utc()),
             u"cron[hour='1,5,6', minute='3,9,14,55,58'] (custom schedule)"_qs);
    QCOMPARE(scheduleText(odd, chinese, Zone::utc()),
             u"cron[hour='1,5,6', minute='3,9,14,55,58']（自定义规则）"_qs);

    const Trigger wide = trigger(u"cron"_qs, R"({"minute": "1/2", "hour": "1,5,6,9,11,12,15,17",
        "day": "1,2,5,9,12,15", "month": "1,2,5,7,9,11", "end_date": "2026-12-31"})");
    const QString shortened = scheduleText(wide, english, Zone::utc());
    QVERIFY2(shortened.size() < 90, qPrintable(shortened));
    QVERIFY2(shortened.startsWith(u"cron[month='1,2,5,7,9,11'"), qPrintable(shortened));
    QVERIFY2(shortened.endsWith(u"(custom schedule)"), qPrintable(shortened));
}

void TestScheduleText::givesTheExactExpression_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("args");
    QTest::addColumn<QString>("expected");
    QTest::newRow("cron") << u"cron"_qs << QByteArray(R"({"hour": 9, "day_of_week": "Mon-FRI"})")
                          << u"cron[day_of_week='mon-fri', hour='9']"_qs;
    QTest::newRow("interval") << u"interval"_qs
                              << QByteArray(R"({"seconds": 90, "start_date": "2026-01-05"})")
                              << u"interval[minutes=1, seconds=30, "
                                 u"start_date='2026-01-05T00:00:00+00:00']"_qs;
    QTest::newRow("date") << u"date"_qs << QByteArray(R"({"run_date": "2027-01-30"})")
                          << u"date[run_date='2027-01-30T00:00:00+00:00']"_qs;
}

void TestScheduleText::givesTheExactExpression()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, args);
    QTEST(scheduleExpression(trigger(kind, args)), "expected");
    QCOMPARE(scheduleExpression({}), u"manual"_qs);
}

QTEST_GUILESS_MAIN(TestScheduleText)
#include "tst_scheduletext.moc"
