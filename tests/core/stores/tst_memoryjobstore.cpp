// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/memoryjobstore.h"
#include "core/stores/storesamples.h"

#include <random>

using namespace carillon;
using namespace carillon::samples;

class TestMemoryJobStore : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithASearchThroughAll();
};

/// A job's next time, and when it was added.
struct Waiting
{
    std::optional<Instant> next;
    int added = 0;
};

/// What dueJobs() must answer, found the slow way.
static QStringList searchDue(const std::map<QString, Waiting> &jobs, Instant now, int most)
{
    std::vector<std::tuple<Instant, int, QString>> due;
    for (const auto &[id, job] : jobs) {
        if (job.next && *job.next <= now)
            due.emplace_back(*job.next, job.added, id);
    }
    std::sort(due.begin(), due.end());
    QStringList ids;
    for (const auto &[next, added, id] : due)
        ids.append(id);
    return ids.first(std::min(qsizetype(most), ids.size()));
}

void TestMemoryJobStore::agreesWithASearchThroughAll()
{
    std::mt19937 random(20261120);
    MemoryJobStore store;
    std::map<QString, Waiting> jobs;
    for (int step = 0; step < 20'000; ++step) {
        const QString id = QString::number(random() % 60);
        const std::optional<Instant> next =
            random() % 4 ? std::optional(at(random() % 100)) : std::nullopt;
        switch (random() % 4) {
        case 0:
            store.put(job(id, next));
            jobs.try_emplace(id, Waiting{{}, step}).first->second.next = next;
            break;
        case 1:
            store.remove({id});
            jobs.erase(id);
            break;
        default:
            store.advance({id}, next);
            if (jobs.contains(id))
                jobs[id].next = next;
        }
        const Instant now = at(random() % 110);
        const int most = int(random() % 70);
        QCOMPARE(ids(store.dueJobs(now, most)), searchDue(jobs, now, most));
        const QStringList all = searchDue(jobs, at(1000), 60);
        QCOMPARE(store.nextDue(), all.isEmpty() ? std::nullopt : jobs[all.first()].next);
        QCOMPARE(store.count(), int(jobs.size()));
    }
}

QTEST_GUILESS_MAIN(TestMemoryJobStore)
#include "tst_memoryjobstore.moc"
