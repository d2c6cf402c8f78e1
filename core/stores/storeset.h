// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stores/store.h"

#include <memory>

namespace carillon {

/// Several stores as one: each job is kept by the store that Job::jobStore names, all runs and the
/// clock by the first. An id stands for one job in all of them together.
///
/// The first store commits first. If it has recorded that due times are run and a further store
/// then refuses, the whole is reported as refused: trying again meets the unique key on the runs,
/// and doubles nothing. A job that moves from one store to another is for an instant in both.
class StoreSet final : public Store
{
    Q_DISABLE_COPY_MOVE(StoreSet)

public:
    struct Member
    {
        QString alias;
        std::unique_ptr<Store> store;
    };

    /// `members` in the order in which their jobs are listed, the first of them `default`. Mends
    /// what a crash or changed settings left: of a job that is in two stores the one changed last
    /// stays, and every job names the store it is in.
    static Result<std::unique_ptr<StoreSet>> create(std::vector<Member> members);

    const JobStore &jobs() const override { return m_jobs; }
    const RunStore &runs() const override { return first().runs(); }
    Result<ClockRecord> clockRecord() const override { return first().clockRecord(); }
    QStringList aliases() const override;
    int mostPerCommit() const override { return first().mostPerCommit(); }
    /// InvalidInput if a job names a store that is not here.
    Result<> commit(const Changes &changes) override;

private:
    /// The jobs of all members. Asks only those that have any.
    class Jobs final : public JobStore
    {
    public:
        explicit Jobs(const std::vector<Member> &members) : m_members(members) {}

        const Job *find(const JobId &id) const override;
        std::vector<const Job *> all() const override;
        int count() const override;
        std::vector<const Job *> dueJobs(Instant now, int most) const override;
        std::optional<Instant> nextDue() const override;

    private:
        const std::vector<Member> &m_members;
    };
    struct Parts;

    explicit StoreSet(std::vector<Member> members);

    Store &first() const { return *m_members.front().store; }
    bool concernsFirstOnly(const Changes &changes) const;
    qsizetype indexOf(const QString &alias) const;
    Result<Parts> split(const Changes &changes) const;
    Result<> mend();

    std::vector<Member> m_members;
    Jobs m_jobs;
};

} // namespace carillon
