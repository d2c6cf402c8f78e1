// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "core/util/result.h"

#include <functional>

namespace carillon {

class Database;

/// A job as a row of a database says it.
struct StoredJob
{
    QString id;
    QByteArray definition;
    std::optional<Instant> next;
    bool paused = false;
    QString problem;
    Instant created;
    Instant changed;
    qint64 position = 0;
    int standing = 0;
    QString standingName;
};

/// What such a row means; a placeholder where it means nothing.
struct ReadJob
{
    const StoredJob *row = nullptr;
    Job job = {};
    std::optional<QString> mistake = {}; ///< why its definition cannot be read
};

/// In the order in which they were added.
Result<std::vector<StoredJob>> storedJobs(const Database &database);

/// Reads the definitions with all processors and hands them on in the order of the rows, in the
/// caller's thread.
void readJobs(const std::vector<StoredJob> &rows, const std::function<void(ReadJob &)> &takeIn);

} // namespace carillon
