// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobsfile.h"
#include "support/jobbuilder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace carillon;

class TestJobsFile : public QObject
{
    Q_OBJECT

private slots:
    void reads();
    void namesEntryAndKey_data();
    void namesEntryAndKey();
    void saysThatAFileIsMissing();
};

namespace {

const JobContext context{{utc("2024-05-06T09:00Z"), Zone::utc()}};

Result<std::vector<JobEntry>> load(const QByteArray &text)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"jobs.json"_qs));
    if (!file.open(QIODevice::WriteOnly))
        return Error{};
    file.write(text);
    file.close();
    return loadJobsFile(file.fileName(), context);
}

} // namespace

void TestJobsFile::reads()
{
    const auto entries = load(R"([
        {"id": "a", "func": "carillon:noop", "trigger": "interval", "seconds": 20},
        {"id": "b", "func": "jobs:task", "args": [1, 2], "trigger": "cron", "hour": 6}])");
    QVERIFY(entries);
    QCOMPARE(entries->size(), 2U);
    QCOMPARE(entries->at(1).job.id, JobId{u"b"_qs});
    QCOMPARE(load("[]")->size(), 0U);
}

void TestJobsFile::namesEntryAndKey_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *text, QString start, const char *field) {
        QTest::newRow(name) << QByteArray(text) << start << QString::fromLatin1(field);
    };
    row("unknown key",
        R"([{"id": "a", "func": "m:f"}, {"id": "b", "func": "m:f", "trigger": "cron", "huor": 1}])",
        u"jobs.json, entry 2 (“b”): "_qs, "huor");
    row("no id", R"([{"func": "m:f"}])", u"jobs.json, entry 1: “id” is missing."_qs, "id");
    row("id twice", R"([{"id": "a", "func": "m:f"}, {"id": "a", "func": "m:f"}])",
        u"jobs.json, entry 2 (“a”): This ID stands in the file twice."_qs, "id");
    row("not an object", R"([5])", u"jobs.json, entry 1: A job is an object."_qs, "");
    row("not an array", R"({"id": "a"})", u"jobs.json: A jobs file is an array of job objects."_qs,
        "");
    row("not JSON", "[\n{\"id\": }]", u"jobs.json: Not valid JSON at line 2"_qs, "");
}

void TestJobsFile::namesEntryAndKey()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, start);
    const auto entries = load(text);
    QVERIFY(!entries);
    QVERIFY2(entries.error().message.startsWith(start), qPrintable(entries.error().message));
    QTEST(entries.error().field, "field");
}

void TestJobsFile::saysThatAFileIsMissing()
{
    const auto entries = loadJobsFile(u"/no/such/jobs.json"_qs, context);
    QVERIFY(!entries);
    QCOMPARE(entries.error().code, ErrorCode::NotFound);
    QVERIFY(entries.error().message.contains(u"“/no/such/jobs.json”"));
}

QTEST_GUILESS_MAIN(TestJobsFile)
#include "tst_jobsfile.moc"
