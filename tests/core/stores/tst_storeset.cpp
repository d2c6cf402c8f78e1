// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/memorystore.h"
#include "core/stores/sqlstore.h"
#include "core/stores/storesamples.h"
#include "core/stores/storeset.h"

#include <QTemporaryDir>

using namespace carillon;
using namespace carillon::samples;

namespace {

Job jobIn(const QString &alias, const QString &id, std::optional<Instant> next = {})
{
    Job job = samples::job(id, next);
    job.jobStore = alias;
    return job;
}

} // namespace

/// `default` and `other` in files, `memory` in memory.
class TestStoreSet : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void keepsEachJobWhereItBelongs();
    void keepsRunsInTheFirst();
    void tellsWhatIsDueInOrder();
    void refusesUnknownStores();
    void movesJobs();
    void removesAndAdvancesAnywhere();
    void recordsADueTimeOnce();
    void aFurtherStoreThatRefusesDoublesNothing();
    void forgetsWhatIsInMemory();
    void mendsJobsInTwoStores_data();
    void mendsJobsInTwoStores();
    void mendsNamesOfStores();

private:
    void open();
    std::unique_ptr<SqlStore> openFile(const QString &alias) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StoreSet> m_set;
};

std::unique_ptr<SqlStore> TestStoreSet::openFile(const QString &alias) const
{
    auto opened = SqlStore::open(m_folder->filePath(alias + u".db"_qs), SqlStore::Access::ReadWrite,
                                 std::chrono::milliseconds(50));
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    return std::move(*opened);
}

void TestStoreSet::open()
{
    m_set.reset();
    std::vector<StoreSet::Member> members;
    members.push_back({u"default"_qs, openFile(u"default"_qs)});
    members.push_back({u"memory"_qs, std::make_unique<MemoryStore>()});
    members.push_back({u"other"_qs, openFile(u"other"_qs)});
    auto created = StoreSet::create(std::move(members));
    QVERIFY(created);
    m_set = std::move(*created);
}

void TestStoreSet::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open();
}

void TestStoreSet::cleanup()
{
    m_set.reset();
    m_folder.reset();
}

void TestStoreSet::keepsEachJobWhereItBelongs()
{
    QVERIFY(commit(*m_set, {.jobs = {jobIn(u"other"_qs, u"o"_qs), jobIn(u"memory"_qs, u"m"_qs),
                                     jobIn(u"default"_qs, u"d"_qs)}}));
    QCOMPARE(ids(m_set->jobs().all()), (QStringList{u"d"_qs, u"m"_qs, u"o"_qs}));
    QCOMPARE(m_set->jobs().count(), 3);
    QCOMPARE(*m_set->jobs().find({u"m"_qs}), jobIn(u"memory"_qs, u"m"_qs));
    QVERIFY(!m_set->jobs().find({u"x"_qs}));
    QCOMPARE(m_set->aliases(), (QStringList{u"default"_qs, u"memory"_qs, u"other"_qs}));
    m_set.reset();
    QCOMPARE(ids(openFile(u"default"_qs)->jobs().all()), QStringList{u"d"_qs});
    QCOMPARE(ids(openFile(u"other"_qs)->jobs().all()), QStringList{u"o"_qs});
}

void TestStoreSet::keepsRunsInTheFirst()
{
    QVERIFY(commit(*m_set, {.jobs = {jobIn(u"other"_qs, u"o"_qs), jobIn(u"memory"_qs, u"m"_qs)},
                            .newRuns = {finishedRun(1, u"o"_qs), finishedRun(2, u"m"_qs)},
                            .clock = ClockRecord{4, at(7)}}));
    QCOMPARE(numbers(m_set->runs().page({})), (QList<qint64>{2, 1}));
    QCOMPARE(m_set->clockRecord().value().epoch, 4);
    m_set.reset();
    QCOMPARE(numbers(openFile(u"default"_qs)->runs().page({})), (QList<qint64>{2, 1}));
    QCOMPARE(numbers(openFile(u"other"_qs)->runs().page({})), QList<qint64>{});
}

void TestStoreSet::tellsWhatIsDueInOrder()
{
    QVERIFY(!m_set->jobs().nextDue());
    QVERIFY(commit(
        *m_set,
        {.jobs = {jobIn(u"other"_qs, u"b"_qs, at(10)), jobIn(u"memory"_qs, u"c"_qs, at(5)),
                  jobIn(u"default"_qs, u"d"_qs, at(10)), jobIn(u"default"_qs, u"e"_qs, at(7)),
                  jobIn(u"memory"_qs, u"a"_qs, at(10))}}));
    QCOMPARE(m_set->jobs().nextDue(), std::optional(at(5)));
    QCOMPARE(ids(m_set->jobs().dueJobs(at(10), 100)),
             (QStringList{u"c"_qs, u"e"_qs, u"d"_qs, u"a"_qs, u"b"_qs}));
    QCOMPARE(ids(m_set->jobs().dueJobs(at(6), 100)), QStringList{u"c"_qs});
}

void TestStoreSet::refusesUnknownStores()
{
    const auto refused =
        m_set->commit({.jobs = {jobIn(u"memory"_qs, u"m"_qs), jobIn(u"redis"_qs, u"r"_qs)}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    QCOMPARE(refused.error().field, u"jobstore"_qs);
    QCOMPARE(refused.error().message,
             u"No such job store: redis. There are: default, memory, other."_qs);
    QCOMPARE(m_set->jobs().count(), 0);
}

void TestStoreSet::movesJobs()
{
    QVERIFY(commit(*m_set, {.jobs = {jobIn(u"default"_qs, u"j"_qs, at(5))}}));
    for (const QString &alias : {u"other"_qs, u"memory"_qs, u"other"_qs, u"default"_qs}) {
        const Job moved = jobIn(alias, u"j"_qs, at(9));
        QVERIFY(commit(*m_set, {.jobs = {moved}}));
        QCOMPARE(m_set->jobs().count(), 1);
        QCOMPARE(*m_set->jobs().find({u"j"_qs}), moved);
    }
    open();
    QCOMPARE(*m_set->jobs().find({u"j"_qs}), jobIn(u"default"_qs, u"j"_qs, at(9)));
}

void TestStoreSet::removesAndAdvancesAnywhere()
{
    const QStringList aliases = m_set->aliases();
    for (const QString &alias : aliases)
        QVERIFY(commit(*m_set, {.jobs = {jobIn(alias, alias + u'1', at(5)),
                                         jobIn(alias, alias + u'2', at(5))}}));
    Changes changes{.removedJobs = {{u"unknown"_qs}}, .advances = {{{u"unknown"_qs}, at(6)}}};
    for (const QString &alias : aliases) {
        changes.removedJobs.push_back({alias + u'1'});
        changes.advances.push_back({{alias + u'2'}, at(7)});
    }
    QVERIFY(commit(*m_set, changes));
    QCOMPARE(ids(m_set->jobs().all()), (QStringList{u"default2"_qs, u"memory2"_qs, u"other2"_qs}));
    QCOMPARE(m_set->jobs().nextDue(), std::optional(at(7)));
}

void TestStoreSet::recordsADueTimeOnce()
{
    QVERIFY(commit(*m_set, {.jobs = {jobIn(u"memory"_qs, u"m"_qs, at(5))}}));
    const Changes tick{.advances = {{{u"m"_qs}, at(6)}}, .newRuns = {run(1, u"m"_qs, at(5))}};
    QVERIFY(commit(*m_set, tick));
    QVERIFY(commit(*m_set, {.advances = {{{u"m"_qs}, at(5)}}})); // as if it had not come through
    Changes again = tick;
    again.newRuns.front().id.number = 2;
    const auto refused = m_set->commit(again);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(m_set->jobs().nextDue(), std::optional(at(5)));
}

void TestStoreSet::aFurtherStoreThatRefusesDoublesNothing()
{
    QVERIFY(commit(*m_set, {.jobs = {jobIn(u"other"_qs, u"o"_qs, at(5))}}));
    const Changes tick{.advances = {{{u"o"_qs}, at(6)}}, .newRuns = {run(1, u"o"_qs, at(5))}};
    m_set.reset();
    // The second file is read-only here, the first takes the claim.
    std::vector<StoreSet::Member> members;
    members.push_back({u"default"_qs, openFile(u"default"_qs)});
    auto reader = SqlStore::open(m_folder->filePath(u"other.db"_qs), SqlStore::Access::ReadOnly);
    QVERIFY(reader);
    members.push_back({u"other"_qs, std::move(*reader)});
    {
        auto set = StoreSet::create(std::move(members));
        QVERIFY(set);
        const auto refused = (*set)->commit(tick);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
        const auto again = (*set)->commit(tick);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
    }
    open();
    QCOMPARE(m_set->jobs().nextDue(), std::optional(at(5)));
    QCOMPARE(numbers(m_set->runs().page({})), QList<qint64>{1});
}

void TestStoreSet::forgetsWhatIsInMemory()
{
    QVERIFY(commit(*m_set, {.jobs = {jobIn(u"memory"_qs, u"m"_qs), job(u"d"_qs)},
                            .newRuns = {finishedRun(1, u"m"_qs)}}));
    open();
    QCOMPARE(ids(m_set->jobs().all()), QStringList{u"d"_qs});
    QCOMPARE(numbers(m_set->runs().page({})), QList<qint64>{1});
}

void TestStoreSet::mendsJobsInTwoStores_data()
{
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("other");
    QTest::addColumn<QString>("winner");
    QTest::newRow("moved away") << 1.0 << 2.0 << u"other"_qs;
    QTest::newRow("moved back") << 3.0 << 2.0 << u"default"_qs;
    QTest::newRow("at the same instant") << 2.0 << 2.0 << u"default"_qs;
}

void TestStoreSet::mendsJobsInTwoStores()
{
    QFETCH(double, first);
    QFETCH(double, other);
    QFETCH(QString, winner);
    m_set.reset();
    Job one = jobIn(u"default"_qs, u"j"_qs);
    one.changed = at(first);
    QVERIFY(commit(*openFile(u"default"_qs), {.jobs = {one}}));
    Job two = jobIn(u"other"_qs, u"j"_qs);
    two.changed = at(other);
    QVERIFY(commit(*openFile(u"other"_qs), {.jobs = {two}}));
    open();
    QCOMPARE(m_set->jobs().count(), 1);
    QCOMPARE(m_set->jobs().find({u"j"_qs})->jobStore, winner);
}

void TestStoreSet::mendsNamesOfStores()
{
    m_set.reset();
    QVERIFY(commit(*openFile(u"other"_qs), {.jobs = {jobIn(u"before"_qs, u"j"_qs, at(9))}}));
    QVERIFY(commit(*openFile(u"default"_qs), {.jobs = {jobIn(u"memory"_qs, u"k"_qs, at(9))}}));
    open();
    QCOMPARE(*m_set->jobs().find({u"j"_qs}), jobIn(u"other"_qs, u"j"_qs, at(9)));
    QCOMPARE(*m_set->jobs().find({u"k"_qs}), jobIn(u"default"_qs, u"k"_qs, at(9)));
}

QTEST_GUILESS_MAIN(TestStoreSet)
#include "tst_storeset.moc"
