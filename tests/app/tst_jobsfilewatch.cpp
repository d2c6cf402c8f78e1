// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobsfilewatch.h"
#include "support/files.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace carillon;

class TestJobsFileWatch : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void noticesChanges_data();
    void noticesChanges();
    void noticesOneAfterTheOther();
    void staysSilentWhereNothingChanges();

private:
    QString path() const { return m_folder->filePath(u"jobs.json"_qs); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJobsFileWatch::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    writeFile(path(), "[]");
}

void TestJobsFileWatch::noticesChanges_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("written in place") << u"write"_qs;
    QTest::newRow("replaced by another file") << u"rename"_qs;
    QTest::newRow("removed and made anew") << u"remove"_qs;
}

void TestJobsFileWatch::noticesChanges()
{
    QFETCH(QString, way);
    JobsFileWatch watch(path());
    QSignalSpy changed(&watch, &JobsFileWatch::changed);
    if (way == u"remove")
        QVERIFY(QFile::remove(path()));
    if (way == u"rename") {
        const QString other = m_folder->filePath(u"other"_qs);
        writeFile(other, "[1]");
        QVERIFY(QFile::remove(path()) && QFile::rename(other, path()));
    } else {
        writeFile(path(), "[1]");
    }
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 20'000);
}

void TestJobsFileWatch::noticesOneAfterTheOther()
{
    JobsFileWatch watch(path());
    QSignalSpy changed(&watch, &JobsFileWatch::changed);
    writeFile(path(), "[1]");
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 20'000);
    writeFile(path(), "[2]");
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, 20'000);
}

void TestJobsFileWatch::staysSilentWhereNothingChanges()
{
    JobsFileWatch watch(path());
    QSignalSpy changed(&watch, &JobsFileWatch::changed);
    writeFile(path(), "[]");                           // as it was
    writeFile(m_folder->filePath(u"other"_qs), "[1]"); // beside it
    QVERIFY(QFile::remove(path()));                    // a file that is gone says nothing
    writeFile(path(), "[]");
    writeFile(m_folder->filePath(u"another"_qs), "[1]");
    QVERIFY(!changed.wait(1000));
}

QTEST_GUILESS_MAIN(TestJobsFileWatch)
#include "tst_jobsfilewatch.moc"
