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

/// What dueJobs() must answer, found the slow way.
static QStringList searchDue(const std::map<QString, std::optional<Instant>> &times, Instant now)
{
    std::vector<std::pair<Instant, QString>> due;
    for (const auto &[id, next] : times) {
        if (next && *next <= now)
            due.emplace_back(*next, id);
    }
    std::sort(due.begin(), due.end());
    QStringList ids;
    for (const auto &[next, id] : due)
        ids.append(id);
    return ids;
}

void TestMemoryJobStore::agreesWithASearchThroughAll()
{
    std::mt19937 random(20261120);
    MemoryJobStore store;
    std::map<QString, std::optional<Instant>> times;
    for (int step = 0; step < 20'000; ++step) {
        const QString id = QString::number(random() % 60);
        const std::optional<Instant> next =
            random() % 4 ? std::optional(at(random() % 100)) : std::nullopt;
        switch (random() % 4) {
        case 0:
            store.put(job(id, next));
            times[id] = next;
            break;
        case 1:
            store.remove({id});
            times.erase(id);
            break;
        default:
            store.advance({id}, next);
            if (times.contains(id))
                times[id] = next;
        }
        const Instant now = at(random() % 110);
        QCOMPARE(ids(store.dueJobs(now)), searchDue(times, now));
        const QStringList all = searchDue(times, at(1000));
        QCOMPARE(store.nextDue(), all.isEmpty() ? std::nullopt : times[all.first()]);
        QCOMPARE(store.count(), int(times.size()));
    }
}

QTEST_GUILESS_MAIN(TestMemoryJobStore)
#include "tst_memoryjobstore.moc"
