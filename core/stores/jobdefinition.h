// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "core/util/result.h"

#include <QFuture>

#include <vector>

namespace carillon {

/// The text under which a database keeps a job: its wire form, and what it was added with while
/// the scheduler was stopped. Everything else about it stands in columns of its own.
QString definitionOf(const Job &job);
Result<Job> readDefinition(const QByteArray &text);

/// What is shown in place of a job that cannot be read.
Job placeholder(const QByteArray &definition, const QString &id, const QString &cause);
bool isPlaceholder(const Job &job);

/// The definitions of many jobs one after the other, written ahead in another thread. The jobs must
/// outlive it and stay as they are.
class DefinitionWriter
{
    Q_DISABLE_COPY_MOVE(DefinitionWriter)

public:
    explicit DefinitionWriter(const std::vector<Job> &jobs);
    ~DefinitionWriter();

    /// Of the next job; to be called once for each.
    QString next();

private:
    using Texts = std::vector<QString>;

    void writeAhead();

    const std::vector<Job> &m_jobs;
    size_t m_asked = 0; ///< so many jobs have been handed to the other thread
    QFuture<Texts> m_ahead;
    Texts m_texts;
    size_t m_taken = 0; ///< of m_texts
};

} // namespace carillon
