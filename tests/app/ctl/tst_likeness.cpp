// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/likeness.h"

#include <QTest>

using namespace carillon::ctl;

class TestLikeness : public QObject
{
    Q_OBJECT

private slots:
    void countsEdits_data();
    void countsEdits();
    void findsWhatWasMeant_data();
    void findsWhatWasMeant();
};

void TestLikeness::countsEdits_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<int>("edits");
    QTest::newRow("equal") << u"list"_qs << u"list"_qs << 0;
    QTest::newRow("added") << u"lst"_qs << u"list"_qs << 1;
    QTest::newRow("left out") << u"liist"_qs << u"list"_qs << 1;
    QTest::newRow("replaced") << u"lost"_qs << u"list"_qs << 1;
    QTest::newRow("from nothing") << QString() << u"list"_qs << 4;
    QTest::newRow("all of it") << u"abc"_qs << u"xyz"_qs << 3;
}

void TestLikeness::countsEdits()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(int, edits);
    QCOMPARE(editDistance(one, other), edits);
    QCOMPARE(editDistance(other, one), edits);
}

void TestLikeness::findsWhatWasMeant_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("meant");
    QTest::newRow("mistyped") << u"improt"_qs << u"import"_qs;
    QTest::newRow("begun") << u"resu"_qs << u"resume"_qs;
    QTest::newRow("nothing like it") << u"dance"_qs << QString();
    QTest::newRow("a letter") << u"x"_qs << QString();
}

void TestLikeness::findsWhatWasMeant()
{
    QFETCH(QString, word);
    QFETCH(QString, meant);
    QCOMPARE(mostAlike(word, {u"import"_qs, u"export"_qs, u"resume"_qs, u"runs"_qs}), meant);
}

QTEST_GUILESS_MAIN(TestLikeness)
#include "tst_likeness.moc"
