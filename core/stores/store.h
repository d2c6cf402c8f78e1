// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stores/changes.h"
#include "core/stores/jobstore.h"
#include "core/stores/runstore.h"

namespace carillon {

/// A place where jobs and runs are kept together, so that one transaction covers both.
class Store
{
public:
    virtual ~Store() = default;

    virtual const JobStore &jobs() const = 0;
    virtual const RunStore &runs() const = 0;

    /// What Changes::clock said last; the epoch's beginning if it never said anything.
    virtual Result<ClockRecord> clockRecord() const = 0;

    /// What Job::jobStore may say.
    virtual QStringList aliases() const { return {QStringLiteral("default")}; }

    /// How many due jobs one commit should hold: enough to be worth its wait for the disk, few
    /// enough that others are answered meanwhile.
    virtual int mostPerCommit() const { return 2000; }

    /// Makes all changes durable in one transaction, or none of them. StoreBusy, StoreFull and
    /// StoreRefused change nothing and may be tried again; Conflict if a due time of a job is
    /// already on record (the unique key on job, due time, clock
    /// epoch and attempt).
    virtual Result<> commit(const Changes &changes) = 0;
};

} // namespace carillon
