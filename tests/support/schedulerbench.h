// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduler/scheduler.h"
#include "core/stores/memorystore.h"
#include "core/stores/runlog.h"
#include "support/fakeclock.h"
#include "support/fakeexecutor.h"
#include "support/jobbuilder.h"

#include <QTemporaryDir>

#include <stdexcept>

namespace carillon {

/// A store whose next commit can be made to fail.
class FailingStore final : public Store
{
public:
    const JobStore &jobs() const override { return m_store.jobs(); }
    const RunStore &runs() const override { return m_store.runs(); }
    Result<ClockRecord> clockRecord() const override { return m_store.clockRecord(); }
    Result<> commit(const Changes &changes) override
    {
        if (throws)
            throw std::runtime_error("out of order");
        if (fails)
            return Error{ErrorCode::StoreFull, u"No space left."_qs};
        return m_store.commit(changes);
    }

    bool fails = false;
    bool throws = false;

private:
    MemoryStore m_store;
};

/// A scheduler with everything it needs, at nine o'clock.
struct SchedulerBench
{
    QTemporaryDir folder;
    Scheduler::Options options{folder.path()};
    FakeClock clock{utc("2024-05-06T09:00Z")};
    FailingStore store;
    FakeExecutor executor;
    RunLogs logs{QDir(folder.path())};
    Scheduler scheduler{clock, store, executor, logs, options};

    SchedulerBench() { begin(scheduler); }
    explicit SchedulerBench(Scheduler::Options given) : options(std::move(given))
    {
        begin(scheduler);
    }

    static void begin(Scheduler &scheduler)
    {
        const bool started = scheduler.recover() && scheduler.start();
        if (!started)
            qFatal("the scheduler does not start");
    }

    /// The program after a crash: another scheduler over what the first one has recorded.
    struct Restarted
    {
        explicit Restarted(SchedulerBench &bench)
            : scheduler(bench.clock, bench.store, bench.executor, bench.logs, bench.options)
        {
            bench.executor.disconnect(&bench.scheduler);
            begin(scheduler);
        }

        Scheduler scheduler;
    };

    void tick(Duration length)
    {
        clock.advance(length);
        scheduler.processDue();
    }
    /// Newest first: `Success 09:00:01`.
    QStringList history(const char *job)
    {
        RunQuery query;
        query.job = JobId{QString::fromLatin1(job)};
        const auto page = store.runs().page(query);
        QStringList result;
        for (const Run &run : *page) {
            static const QStringList words{u"Queued"_qs, u"Running"_qs, u"Success"_qs,
                                           u"Failed"_qs, u"Timed"_qs,   u"Stopped"_qs,
                                           u"Missed"_qs, u"Skipped"_qs, u"Interrupted"_qs};
            result.append(words.at(int(run.state)) + u' ' +
                          (run.due ? toIso(*run.due).mid(11, 8) : u"manual"_qs));
        }
        return result;
    }
};

} // namespace carillon
