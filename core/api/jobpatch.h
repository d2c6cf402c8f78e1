// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobjson.h"

#include <QJsonObject>

namespace carillon {

/// The body of PATCH /jobs/<id>: attributes of a job, and a whole new trigger if there is one.
/// Nothing of the old trigger is inherited.
class JobPatch
{
public:
    /// Fails for what no job could become, whichever job is meant.
    static Result<JobPatch> read(const QJsonObject &body, const JobContext &context);

    /// A job as it becomes.
    struct Changed
    {
        Job job;
        std::optional<Instant> next = {}; ///< if the body says when it runs next
    };
    Result<Changed> applied(const Job &job, const JobContext &context) const;

    /// Where the body says the job is kept; empty if it does not.
    const QString &jobStore() const { return m_jobStore; }

private:
    QJsonObject m_attributes;
    std::optional<Job> m_planned; ///< has the new trigger
    QString m_jobStore;
};

} // namespace carillon
