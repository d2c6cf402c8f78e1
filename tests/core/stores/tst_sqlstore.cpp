// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/rawdatabase.h"
#include "core/stores/sqlstore.h"
#include "core/stores/storesamples.h"

#include <QTemporaryDir>

using namespace carillon;
using namespace carillon::samples;

class TestSqlStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void reopeningKeepsEverything();
    void nothingIsLostWithoutClosing();
    void recoversFromAnInterruptedCheckpoint();
    void keepsWhatCannotBeRead_data();
    void keepsWhatCannotBeRead();
    void anUnreadableJobCanBeReplaced();
    void anUnreadableJobComesBackAsItWas_data();
    void anUnreadableJobComesBackAsItWas();
    void waitsForALockAndThenSaysSo();
    void opensNotWhileLocked();
    void readsBesideARunningEngine();

private:
    void open(SqlStore::Access access = SqlStore::Access::ReadWrite);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<SqlStore> m_store;
};

void TestSqlStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"carillon 100%?.db"_qs);
    open();
}

void TestSqlStore::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

void TestSqlStore::open(SqlStore::Access access)
{
    m_store.reset();
    auto opened = SqlStore::open(m_file, access, std::chrono::milliseconds(50));
    if (!opened)
        QFAIL(qPrintable(opened.error().message));
    m_store = std::move(*opened);
}

void TestSqlStore::reopeningKeepsEverything()
{
    const Job full = fullJob();
    Run ended = finishedRun(41, u"z"_qs);
    ended.tail = "the end";
    QVERIFY(commit(*m_store,
                   {.jobs = {job(u"z"_qs, at(50)), full, job(u"a"_qs, at(20)), job(u"gone"_qs)},
                    .newRuns = {ended, run(42, u"a"_qs, at(10))}}));
    QVERIFY(commit(*m_store, {.removedJobs = {{u"gone"_qs}}, .advances = {{{u"a"_qs}, at(30)}}}));
    open();
    QCOMPARE(ids(m_store->jobs().all()), (QStringList{u"z"_qs, full.id.text, u"a"_qs}));
    QCOMPARE(*m_store->jobs().find(full.id), full);
    QCOMPARE(*m_store->jobs().find({u"a"_qs}), job(u"a"_qs, at(30)));
    QCOMPARE(m_store->jobs().nextDue(), std::optional(at(30)));
    QCOMPARE(m_store->runs().find({41}).value(), ended);
    QCOMPARE(numbers(m_store->runs().active()), QList<qint64>{42});
    QCOMPARE(m_store->runs().highestId().value(), RunId{42});
    QVERIFY(commit(*m_store, {.jobs = {job(u"m"_qs)}}));
    open();
    QCOMPARE(m_store->jobs().all().back()->id.text, u"m"_qs);
}

void TestSqlStore::nothingIsLostWithoutClosing()
{
    QVERIFY(
        commit(*m_store, {.jobs = {job(u"a"_qs, at(20))}, .newRuns = {run(1, u"a"_qs, at(10))}}));
    // What a killed process leaves: the files as they are at this moment.
    const QString copy = m_folder->filePath(u"copy.db"_qs);
    QVERIFY(QFile::copy(m_file, copy));
    QVERIFY(QFile::copy(m_file + u"-wal"_qs, copy + u"-wal"_qs));
    m_file = copy;
    open();
    QCOMPARE(*m_store->jobs().find({u"a"_qs}), job(u"a"_qs, at(20)));
    QCOMPARE(numbers(m_store->runs().active()), QList<qint64>{1});
}

void TestSqlStore::recoversFromAnInterruptedCheckpoint()
{
    for (int number = 0; number < 300; ++number)
        QVERIFY(commit(*m_store, {.jobs = {job(QString::number(number), at(number))}}));
    const QString copy = m_folder->filePath(u"copy.db"_qs);
    QVERIFY(QFile::copy(m_file, copy));
    QVERIFY(QFile::copy(m_file + u"-wal"_qs, copy + u"-wal"_qs));
    // The first page, with the new number of pages, has reached the file and the others have not.
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(28));
    QCOMPARE(file.write(QByteArray("\0\0\1\0", 4)), 4);
    file.close();
    m_file = copy;
    open();
    QCOMPARE(m_store->jobs().count(), 300);
}

void TestSqlStore::keepsWhatCannotBeRead_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("cause");
    QTest::newRow("not JSON") << u"{\"name\": "_qs << u"b"_qs << u"Not valid JSON at line 1"_qs;
    QTest::newRow("not an object") << u"[1]"_qs << u"b"_qs << u"“func” is missing"_qs;
    QTest::newRow("unknown trigger")
        << u"{\"func\":\"carillon:noop\",\"name\":\"Moon\",\"trigger\":{\"kind\":\"lunar\"}}"_qs
        << u"Moon"_qs << u"lunar"_qs;
    QTest::newRow("unknown key")
        << u"{\"func\":\"carillon:noop\",\"name\":\"Key\",\"trigger\":\"manual\",\"x\":1}"_qs
        << u"Key"_qs << u"“x”"_qs;
}

void TestSqlStore::keepsWhatCannotBeRead()
{
    QFETCH(QString, definition);
    QFETCH(QString, name);
    QFETCH(QString, cause);
    QVERIFY(commit(*m_store, {.jobs = {job(u"a"_qs, at(9)), job(u"b"_qs, at(8)), job(u"c"_qs)}}));
    m_store.reset();
    RawDatabase raw(m_file);
    raw.run(u"update jobs set definition = ? where id = 'b'"_qs, {definition});
    open();
    QCOMPARE(ids(m_store->jobs().all()), (QStringList{u"a"_qs, u"b"_qs, u"c"_qs}));
    QCOMPARE(m_store->jobs().nextDue(), std::optional(at(9)));
    Job broken = *m_store->jobs().find({u"b"_qs});
    QCOMPARE(broken.name, name);
    QVERIFY2(broken.problem.contains(cause), qPrintable(broken.problem));
    QVERIFY(!broken.next);
    QCOMPARE(broken.created, at(1));

    // Pausing is kept, everything else of the row stays as it is.
    broken.paused = true;
    broken.next = at(77);
    broken.name = u"changed"_qs;
    QVERIFY(commit(*m_store, {.jobs = {broken}, .advances = {{{u"b"_qs}, at(99)}}}));
    for (int round = 0; round < 2; ++round) {
        const Job *kept = m_store->jobs().find({u"b"_qs});
        QVERIFY(kept->paused);
        QVERIFY(!kept->next);
        QCOMPARE(kept->name, name);
        QVERIFY(kept->problem.contains(cause));
        open();
    }
    QCOMPARE(raw.run(u"select definition from jobs where id = 'b'"_qs).toString(), definition);
    QCOMPARE(raw.run(u"select next_run_at from standings where job_id = 'b'"_qs).toLongLong(),
             qint64(at(8).time_since_epoch().count()));
}

void TestSqlStore::anUnreadableJobCanBeReplaced()
{
    QVERIFY(commit(*m_store, {.jobs = {job(u"a"_qs), job(u"b"_qs)}}));
    m_store.reset();
    RawDatabase raw(m_file);
    raw.run(u"update jobs set definition = 'x'"_qs);
    open();
    QVERIFY(commit(*m_store, {.jobs = {job(u"a"_qs, at(5))}, .removedJobs = {{u"b"_qs}}}));
    QCOMPARE(m_store->jobs().nextDue(), std::optional(at(5)));
    QVERIFY(commit(*m_store, {.advances = {{{u"a"_qs}, at(6)}}}));
    open();
    QCOMPARE(m_store->jobs().count(), 1);
    QCOMPARE(*m_store->jobs().find({u"a"_qs}), job(u"a"_qs, at(6)));
}

void TestSqlStore::anUnreadableJobComesBackAsItWas_data()
{
    QTest::addColumn<QByteArray>("definition");
    QTest::newRow("cut short") << QByteArray(R"({"func": "carillon:noop",  "name": "Grü)");
    QTest::newRow("not even text") << QByteArray("\x80\xff{\n\"name\": ");
    QTest::newRow("of a later version")
        << QByteArray(R"( {"func":"carillon:mail", "name":"Post", "trigger":"manual"} )");
}

void TestSqlStore::anUnreadableJobComesBackAsItWas()
{
    QFETCH(QByteArray, definition);
    QVERIFY(commit(*m_store, {.jobs = {job(u"b"_qs, at(8))}}));
    m_store.reset();
    RawDatabase raw(m_file);
    raw.run(u"update jobs set definition = cast(? as text)"_qs, {definition});
    open();
    const Job broken = *m_store->jobs().find({u"b"_qs});
    QVERIFY(!broken.problem.isEmpty());
    QCOMPARE(*broken.rawDefinition, definition);
    const auto stored = [&raw] {
        return raw.run(u"select cast(definition as blob) from jobs"_qs).toByteArray();
    };

    QVERIFY(commit(*m_store, {.removedJobs = {broken.id}}));
    QVERIFY(commit(*m_store, {.jobs = {broken}}));
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(*m_store->jobs().find(broken.id), broken);
        QCOMPARE(stored(), definition);
        open();
    }

    // Replaced, and the replacement undone.
    Job replaced = broken;
    replaced.action = LogAction{u"hello"_qs};
    replaced.problem.clear();
    replaced.rawDefinition.reset();
    QVERIFY(commit(*m_store, {.jobs = {replaced}}));
    QVERIFY(stored() != definition);
    QVERIFY(commit(*m_store, {.jobs = {broken}, .advances = {{broken.id, at(9)}}}));
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(*m_store->jobs().find(broken.id), broken);
        QCOMPARE(stored(), definition);
        open();
    }
    QCOMPARE(raw.run(u"select typeof(definition) from jobs"_qs).toString(), u"text"_qs);
}

void TestSqlStore::waitsForALockAndThenSaysSo()
{
    QVERIFY(commit(*m_store, {.jobs = {job(u"a"_qs, at(5))}}));
    RawDatabase other(m_file);
    other.run(u"begin immediate"_qs);
    const Changes changes{.advances = {{{u"a"_qs}, at(6)}}, .newRuns = {run(1, u"a"_qs, at(5))}};
    const auto refused = m_store->commit(changes);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StoreBusy);
    QCOMPARE(refused.error().message, u"“%1” is locked by another program. Nothing was changed. "
                                      u"Close the other program and try again."_qs.arg(m_file));
    QCOMPARE(m_store->jobs().nextDue(), std::optional(at(5)));
    QCOMPARE(numbers(m_store->runs().page({})), QList<qint64>{}); // reading goes on
    other.run(u"rollback"_qs);
    QVERIFY(commit(*m_store, changes));
    QCOMPARE(m_store->jobs().nextDue(), std::optional(at(6)));
}

void TestSqlStore::opensNotWhileLocked()
{
    m_store.reset();
    RawDatabase other(m_file);
    other.run(u"begin immediate"_qs);
    const auto opened =
        SqlStore::open(m_file, SqlStore::Access::ReadWrite, std::chrono::milliseconds(50));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StoreBusy);
    other.run(u"rollback"_qs);
    open();
}

void TestSqlStore::readsBesideARunningEngine()
{
    QVERIFY(commit(*m_store, {.jobs = {job(u"a"_qs, at(5))}}));
    const auto opened = SqlStore::open(m_file, SqlStore::Access::ReadOnly);
    QVERIFY(opened);
    SqlStore &reader = **opened;
    QCOMPARE(ids(reader.jobs().all()), QStringList{u"a"_qs});
    QVERIFY(commit(*m_store, {.newRuns = {run(1, u"a"_qs, at(5))}}));
    QCOMPARE(numbers(reader.runs().page({})), QList<qint64>{1});
    const auto written = reader.commit({.jobs = {job(u"b"_qs)}});
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::NotAllowed);
    QCOMPARE(reader.jobs().count(), 1);
    m_store.reset();
    QCOMPARE(numbers(reader.runs().page({})), QList<qint64>{1});
}

QTEST_GUILESS_MAIN(TestSqlStore)
#include "tst_sqlstore.moc"
