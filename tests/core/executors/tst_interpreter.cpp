// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/interpreter.h"

#include <QTest>

using namespace carillon;

class TestInterpreter : public QObject
{
    Q_OBJECT

private slots:
    void readsTheFirstLine_data();
    void readsTheFirstLine();
    void goesByTheExtension_data();
    void goesByTheExtension();
};

void TestInterpreter::readsTheFirstLine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("a program") << QByteArray("#!/bin/sh\n") << u"/bin/sh"_qs << QStringList();
    QTest::newRow("blanks around it")
        << QByteArray("#!  /bin/sh  \n") << u"/bin/sh"_qs << QStringList();
    QTest::newRow("written on Windows")
        << QByteArray("#!/bin/sh\r\n") << u"/bin/sh"_qs << QStringList();
    QTest::newRow("the rest is one argument") << QByteArray("#!/usr/bin/awk -v a=1 -f\n")
                                              << u"/usr/bin/awk"_qs << QStringList{u"-v a=1 -f"_qs};
    QTest::newRow("after a tab") << QByteArray("#!/usr/bin/perl\t-w\n") << u"/usr/bin/perl"_qs
                                 << QStringList{u"-w"_qs};
    QTest::newRow("env names the program")
        << QByteArray("#!/usr/bin/env python3\n") << u"python3"_qs << QStringList();
    QTest::newRow("env with an option stays")
        << QByteArray("#!/usr/bin/env -S perl -w\n") << u"/usr/bin/env"_qs
        << QStringList{u"-S perl -w"_qs};
    QTest::newRow("env with an assignment stays")
        << QByteArray("#!/usr/bin/env A=1 perl\n") << u"/usr/bin/env"_qs
        << QStringList{u"A=1 perl"_qs};
    QTest::newRow("no program") << QByteArray("#!\n") << QString() << QStringList();
    QTest::newRow("no such line") << QByteArray("print(1)\n") << QString() << QStringList();
    QTest::newRow("empty file") << QByteArray() << QString() << QStringList();
}

void TestInterpreter::readsTheFirstLine()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    const Interpreter found = interpreterFromFirstLine(line);
    QCOMPARE(found.programs, program.isEmpty() ? QStringList() : QStringList{program});
    QCOMPARE(found.arguments, arguments);
    QCOMPARE(found.isFromFirstLine, !program.isEmpty());
}

void TestInterpreter::goesByTheExtension_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("programs");
    QTest::newRow("Python of the settings") << u"a.py"_qs << QStringList{u"/opt/python"_qs};
    QTest::newRow("any case") << u"/tmp/A.PY"_qs << QStringList{u"/opt/python"_qs};
    QTest::newRow("shell") << u"a.sh"_qs << QStringList{u"bash"_qs, u"sh"_qs};
    QTest::newRow("PowerShell") << u"a.ps1"_qs << QStringList{u"pwsh"_qs, u"powershell"_qs};
    QTest::newRow("JavaScript") << u"a.js"_qs << QStringList{u"node"_qs, u"nodejs"_qs};
    QTest::newRow("Perl") << u"a.pl"_qs << QStringList{u"perl"_qs};
    QTest::newRow("Ruby") << u"a.rb"_qs << QStringList{u"ruby"_qs};
    QTest::newRow("unknown") << u"a.txt"_qs << QStringList();
    QTest::newRow("none") << u"a"_qs << QStringList();
}

void TestInterpreter::goesByTheExtension()
{
    QFETCH(QString, path);
    QFETCH(QStringList, programs);
    QCOMPARE(interpreterFromExtension(path, u"/opt/python"_qs).programs, programs);
}

QTEST_GUILESS_MAIN(TestInterpreter)
#include "tst_interpreter.moc"
