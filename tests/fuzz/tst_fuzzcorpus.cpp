// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/readers.h"

#include <QDir>
#include <QTest>

using namespace carillon;

/// Replays the inputs that fuzzing has found to be worth keeping.
class TestFuzzCorpus : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keepsItsPromises_data();
    void keepsItsPromises();
};

void TestFuzzCorpus::initTestCase()
{
    qputenv("TZDIR", CARILLON_TEST_DATA "/zoneinfo");
}

void TestFuzzCorpus::keepsItsPromises_data()
{
    QTest::addColumn<const fuzz::Reader *>("reader");
    QTest::addColumn<QString>("path");
    for (const fuzz::Reader &reader : fuzz::readers) {
        const QDir folder(QStringLiteral(CARILLON_TEST_DATA "/fuzz/") + QLatin1String(reader.name));
        const QStringList files = folder.entryList(QDir::Files);
        if (files.isEmpty())
            qFatal("no inputs in %s", qPrintable(folder.path()));
        for (const QString &file : files)
            QTest::addRow("%s/%s", reader.name, qPrintable(file))
                << &reader << folder.filePath(file);
    }
}

void TestFuzzCorpus::keepsItsPromises()
{
    QFETCH(const fuzz::Reader *, reader);
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(reader->take(file.readAll()), QString());
}

QTEST_GUILESS_MAIN(TestFuzzCorpus)
#include "tst_fuzzcorpus.moc"
