// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/zonetable.h"

#include "core/time/civil.h"

#include <QTest>
#include <QtEndian>

using namespace carillon;

/// Files that no zone compiler would write.
class TestZoneTable : public QObject
{
    Q_OBJECT

private slots:
    void takesOddFiles_data();
    void takesOddFiles();
    void followsOddRules_data();
    void followsOddRules();
};

namespace {

constexpr std::int64_t day(int year, int month, int dayOfMonth)
{
    return daysFromCivil({year, month, dayOfMonth}) * secondsPerDay;
}

template <typename Number>
QByteArray big(Number number)
{
    const Number swapped = qToBigEndian(number);
    return {reinterpret_cast<const char *>(&swapped), sizeof swapped};
}

QByteArray block(const QList<qint64> &changes, const QByteArray &kinds)
{
    const auto count = quint32(changes.size());
    QByteArray bytes = QByteArray("TZif2") + QByteArray(15, '\0');
    for (const quint32 number : {0U, 0U, 0U, count, count == 0 && kinds.isEmpty() ? 0U : 2U, 0U})
        bytes += big(number);
    for (const qint64 change : changes)
        bytes += big(change);
    return bytes + kinds;
}

/// Kind 0 is UTC, kind 1 an hour ahead.
QByteArray file(const QList<qint64> &changes, const QByteArray &kinds, const QByteArray &rule)
{
    const QByteArray types =
        big(qint32(0)) + QByteArray(2, '\0') + big(qint32(3600)) + QByteArray(2, '\0');
    QByteArray wide = block(changes, kinds);
    qToBigEndian(quint32(2), wide.data() + 36);
    return block({}, {}) + wide + types + '\n' + rule + '\n';
}

} // namespace

void TestZoneTable::takesOddFiles_data()
{
    QTest::addColumn<QList<qint64>>("changes");
    QTest::addColumn<bool>("accepted");
    const qint64 change = day(2024, 3, 10);
    QTest::newRow("one change") << QList<qint64>{change} << true;
    QTest::newRow("from the beginning of time")
        << QList<qint64>{-(qint64(1) << 59), change} << true;
    QTest::newRow("twice the same") << QList<qint64>{change, change} << false;
    QTest::newRow("backwards") << QList<qint64>{change, change - 1} << false;
    QTest::newRow("after the year 9999") << QList<qint64>{qint64(1) << 59} << false;
    QTest::newRow("at the end of time") << QList<qint64>{INT64_MAX} << false;
}

void TestZoneTable::takesOddFiles()
{
    QFETCH(QList<qint64>, changes);
    const auto table = ZoneTable::parse(
        u"Made/Up"_qs, file(changes, QByteArray("\1\1\1").first(changes.size()), {}));
    QTEST(table != nullptr, "accepted");
    if (table)
        QCOMPARE(table->at(day(2024, 3, 10)).offset, 3600);
}

void TestZoneTable::followsOddRules_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<qint64>("second");
    QTest::addColumn<qint32>("offset");
    const QByteArray forEver = "AAA0BBB,0/0,J365/25";
    QTest::newRow("always summer time, January") << forEver << qint64(day(2024, 1, 1)) << 3600;
    QTest::newRow("always summer time, July") << forEver << qint64(day(2024, 7, 1)) << 3600;
    // It starts on 25 December of the year before and ends on 7 January of the year after.
    const QByteArray overlapping = "AAA0BBB,0/-167,365/167";
    QTest::newRow("reaching into other years, December")
        << overlapping << qint64(day(2023, 12, 31)) << 3600;
}

void TestZoneTable::followsOddRules()
{
    QFETCH(QByteArray, rule);
    QFETCH(qint64, second);
    const auto table = ZoneTable::parse(u"Made/Up"_qs, file({}, {}, rule));
    QVERIFY(table);
    const auto stretch = table->at(second);
    QVERIFY(stretch.begin <= second && second < stretch.end);
    QTEST(stretch.offset, "offset");
}

QTEST_GUILESS_MAIN(TestZoneTable)
#include "tst_zonetable.moc"
