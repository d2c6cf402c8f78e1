// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspacefiles.h"
#include "support/files.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace carillon;

class TestWorkspaceFiles : public QObject
{
    Q_OBJECT

private slots:
    void copiesWhatIsNotThere();
    void needsNoWorkspace();
    void saysWhatCouldNotBeCopied();
};

void TestWorkspaceFiles::copiesWhatIsNotThere()
{
    QTemporaryDir source;
    QTemporaryDir target;
    QVERIFY(QDir(source.path()).mkpath(u"workspace/scripts"_qs));
    writeFile(source.filePath(u"workspace/scripts/a.py"_qs), "new a");
    writeFile(source.filePath(u"workspace/b.py"_qs), "new b");
    writeFile(target.filePath(u"b.py"_qs), "edited b");
    QVERIFY(copyWorkspaceOf(source.filePath(u"jobs.json"_qs), target.path()));
    QCOMPARE(readFile(target.filePath(u"scripts/a.py"_qs)), QByteArray("new a"));
    QCOMPARE(readFile(target.filePath(u"b.py"_qs)), QByteArray("edited b"));
}

void TestWorkspaceFiles::needsNoWorkspace()
{
    QTemporaryDir source;
    QTemporaryDir target;
    QVERIFY(copyWorkspaceOf(source.filePath(u"jobs.json"_qs), target.path()));
    QVERIFY(QDir(target.path()).isEmpty());
}

void TestWorkspaceFiles::saysWhatCouldNotBeCopied()
{
    QTemporaryDir source;
    QVERIFY(QDir(source.path()).mkpath(u"workspace"_qs));
    writeFile(source.filePath(u"workspace/a.py"_qs), "a");
    const auto copied = copyWorkspaceOf(source.filePath(u"jobs.json"_qs), u"/proc/sys/carillon"_qs);
    QVERIFY(!copied);
    QVERIFY2(copied.error().message.contains(u"/workspace/a.py” could not be copied to"),
             qPrintable(copied.error().message));
}

QTEST_GUILESS_MAIN(TestWorkspaceFiles)
#include "tst_workspacefiles.moc"
