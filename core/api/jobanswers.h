// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/routetable.h"
#include "core/scheduler/scheduler.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace carillon {

/// Jobs as the text that the API sends, kept until they change: most requests ask again for what
/// was asked for before.
class JobAnswers : public QObject
{
    Q_OBJECT

public:
    explicit JobAnswers(const Scheduler &scheduler, QObject *parent = nullptr);

    /// Empty if there is no job by that id.
    QByteArray job(const JobId &id);
    /// All jobs in the order of their next times, those without one last, then those that pend.
    /// Comes at once, or in pieces of a few milliseconds' work if many have to be written.
    void list(ApiReply reply);

    /// How many jobs stand where, counted as far as list() and job() have looked.
    QHash<QString, int> states();

private:
    struct Kept
    {
        QByteArray text; ///< empty: has changed
        std::optional<Instant> next = {};
        JobState state = JobState::Scheduled;
        bool isPending = false;
    };

    void forget(const JobId &id);
    void remove(const JobId &id);
    void enumerate();
    bool write(const JobId &id, Kept &kept);
    bool writeSome();
    void goOn();
    QByteArray joined() const;

    const Scheduler &m_scheduler;
    QHash<JobId, Kept> m_kept;
    bool m_isComplete = false;      ///< m_kept has all jobs there are
    std::vector<JobId> m_unwritten; ///< once it is complete; may name jobs that are gone
    QByteArray m_list;              ///< empty: has changed
    std::vector<ApiReply> m_waiting;
};

} // namespace carillon
