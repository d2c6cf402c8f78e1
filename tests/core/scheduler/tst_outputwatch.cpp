// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/outputwatch.h"

#include <QTest>

using namespace carillon;

class TestOutputWatch : public QObject
{
    Q_OBJECT

private slots:
    void findsTextHoweverItIsCut_data();
    void findsTextHoweverItIsCut();
    void judges_data();
    void judges();
    void takesEachChannelByItself();
};

void TestOutputWatch::findsTextHoweverItIsCut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("found");
    QTest::newRow("whole") << u"done"_qs << QByteArray("all done.") << true;
    QTest::newRow("at the end") << u"done"_qs << QByteArray("done") << true;
    QTest::newRow("not all of it") << u"done"_qs << QByteArray("all don") << false;
    QTest::newRow("other case") << u"done"_qs << QByteArray("DONE") << false;
    QTest::newRow("begins twice") << u"aab"_qs << QByteArray("aaab") << true;
    QTest::newRow("borders within borders") << u"abacabad"_qs << QByteArray("abacabacabad") << true;
    QTest::newRow("one character") << u"x"_qs << QByteArray("yyx") << true;
    QTest::newRow("more than one byte a character") << u"完成"_qs << QByteArray("已完成。") << true;
    QTest::newRow("a neighbour of it") << u"完成"_qs << QByteArray("完戈") << false;
    QTest::newRow("behind zero and rubbish")
        << u"ok"_qs << QByteArray("\0\xff\xfe o\0k ok", 11) << true;
    QTest::newRow("over lines") << u"a\nb"_qs << QByteArray("a\nb") << true;
    QTest::newRow("nothing written") << u"ok"_qs << QByteArray() << false;
}

void TestOutputWatch::findsTextHoweverItIsCut()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, bytes);
    for (qsizetype piece = 1; piece <= std::max(qsizetype(1), bytes.size()); ++piece) {
        TextFinder finder(text);
        for (qsizetype at = 0; at < bytes.size(); at += piece)
            finder.feed(bytes.mid(at, piece));
        QTEST(finder.hasFound(), "found");
    }
}

void TestOutputWatch::judges_data()
{
    QTest::addColumn<QString>("contains");
    QTest::addColumn<QString>("lacks");
    QTest::addColumn<QString>("failure");
    // The output is: all done, 2 errors
    const QString none;
    QTest::newRow("asks for nothing") << none << none << none;
    QTest::newRow("has it") << u"done"_qs << none << none;
    QTest::newRow("has it not") << u"ready"_qs << none
                                << u"Its output does not contain “ready”."_qs;
    QTest::newRow("lacks it") << none << u"fatal"_qs << none;
    QTest::newRow("does not lack it")
        << none << u"errors"_qs << u"Its output contains “errors”."_qs;
    QTest::newRow("both hold") << u"done"_qs << u"fatal"_qs << none;
    QTest::newRow("one of two") << u"done"_qs << u"errors"_qs
                                << u"Its output contains “errors”."_qs;
}

void TestOutputWatch::judges()
{
    QFETCH(QString, contains);
    QFETCH(QString, lacks);
    const SuccessRule rule{{0}, contains, lacks};
    QCOMPARE(OutputWatch::isNeeded(rule), !contains.isEmpty() || !lacks.isEmpty());
    OutputWatch watch(rule);
    watch.feed(OutputChannel::Out, "all done, 2 errors");
    QTEST(watch.failure(), "failure");
}

void TestOutputWatch::takesEachChannelByItself()
{
    OutputWatch watch({{0}, u"done"_qs, {}});
    watch.feed(OutputChannel::Out, "do");
    watch.feed(OutputChannel::Err, "ne");
    QVERIFY(!watch.failure().isEmpty());
    watch.feed(OutputChannel::Err, " done");
    QVERIFY(watch.failure().isEmpty());
}

QTEST_GUILESS_MAIN(TestOutputWatch)
#include "tst_outputwatch.moc"
