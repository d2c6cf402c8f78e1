// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/language.h"
#include "ui/format/relativetime.h"

#include <QTest>

using namespace carillon;
using namespace carillon::ui;
using namespace Qt::StringLiterals;

class TestRelativeTime : public QObject
{
    Q_OBJECT

private slots:
    void saysTimesInBothLanguages_data();
    void saysTimesInBothLanguages();
    void saysNothingAsADash();
    void givesTheExactTimeWithItsOffset_data();
    void givesTheExactTimeWithItsOffset();
};

namespace {

Instant at(const char *text)
{
    return parseInstant(QString::fromLatin1(text), Zone::utc()).value();
}

} // namespace

void TestRelativeTime::saysTimesInBothLanguages_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    // Seen on Friday, 2026-11-20 at 12:00:00.
    const auto row = [](const char *name, const char *when, const char *english,
                        const char *chinese) {
        QTest::newRow(name) << QString::fromUtf8(when) << QString::fromUtf8(english)
                            << QString::fromUtf8(chinese);
    };
    row("due", "2026-11-20 12:00:00", "now", "现在");
    row("less than a second ahead", "2026-11-20 12:00:00.9", "now", "现在");
    row("less than a second ago", "2026-11-20 11:59:59.1", "now", "现在");
    row("seconds ahead", "2026-11-20 12:00:42", "in 42 s", "42 秒后");
    row("seconds ago", "2026-11-20 11:59:18", "42 s ago", "42 秒前");
    row("rounds down", "2026-11-20 12:03:59", "in 3 min", "3 分钟后");
    row("minutes ago", "2026-11-20 11:56:01", "3 min ago", "3 分钟前");
    row("hours ahead", "2026-11-20 17:20:00", "in 5 h 20 min", "5 小时 20 分钟后");
    row("whole hours ahead", "2026-11-20 17:00:00", "in 5 h", "5 小时后");
    row("hours ago", "2026-11-20 06:30:00", "5 h ago", "5 小时前");
    row("last minute of twelve hours", "2026-11-20 23:59:59", "in 11 h 59 min",
        "11 小时 59 分钟后");
    row("twelve hours ago", "2026-11-20 00:00:00", "today 00:00", "今天 00:00");
    row("tomorrow", "2026-11-21 09:00:00", "tomorrow 09:00", "明天 09:00");
    row("yesterday", "2026-11-19 09:00:00", "yesterday 09:00", "昨天 09:00");
    row("within a week", "2026-11-26 09:00:00", "Thu 09:00", "周四 09:00");
    row("in a week", "2026-11-27 12:00:00", "2026-11-27 12:00", "2026-11-27 12:00");
    row("a week ago", "2026-11-13 09:00:00", "2026-11-13 09:00", "2026-11-13 09:00");
    row("far away", "2026-12-01 09:00:00", "2026-12-01 09:00", "2026-12-01 09:00");
}

void TestRelativeTime::saysTimesInBothLanguages()
{
    QFETCH(QString, when);
    const Instant instant = parseInstant(when, Zone::utc()).value();
    TimeView view{at("2026-11-20 12:00:00"), Zone::utc(), QLocale(u"en"_s)};
    applyLanguage(u"en"_s);
    QTEST(relativeTime(instant, view), "english");
    view.locale = QLocale(u"zh_CN"_s);
    applyLanguage(u"zh_CN"_s);
    QTEST(relativeTime(instant, view), "chinese");
}

void TestRelativeTime::saysNothingAsADash()
{
    const TimeView view{at("2026-11-20 12:00:00"), Zone::utc(), QLocale(u"en"_s)};
    QCOMPARE(relativeTime(std::optional<Instant>(), view), u"—"_s);
}

void TestRelativeTime::givesTheExactTimeWithItsOffset_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("expected");
    QTest::newRow("east") << u"Asia/Shanghai"_s
                          << u"2026-11-20 09:00:00 UTC+08:00 (Asia/Shanghai)"_s;
    QTest::newRow("west") << u"America/St_Johns"_s
                          << u"2026-11-19 21:30:00 UTC-03:30 (America/St_Johns)"_s;
    QTest::newRow("offset alone") << u"+05:45"_s << u"2026-11-20 06:45:00 UTC+05:45"_s;
}

void TestRelativeTime::givesTheExactTimeWithItsOffset()
{
    QFETCH(QString, zone);
    QTEST(exactTime(at("2026-11-20 01:00:00"), Zone::named(zone).value()), "expected");
}

QTEST_GUILESS_MAIN(TestRelativeTime)
#include "tst_relativetime.moc"
