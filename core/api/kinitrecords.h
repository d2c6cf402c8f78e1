// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/kinitdesk.h"
#include "core/api/kinitfilter.h"
#include "core/jobs/runquery.h"

#include <QJsonArray>

namespace carillon {

/// Collects one page of the records of kinit and counts all of them, newest first, in pieces that
/// let others have their turn. Goes when it is done.
class KinitRecords : public QObject
{
    Q_OBJECT

public:
    /// `count` is that of all records that fit, as far as it has looked.
    using Reply = std::function<void(const Result<QJsonArray> &page, qsizetype count)>;

    /// Both must outlive it, as must `parent`.
    KinitRecords(const Scheduler &scheduler, const KinitDesk &desk, KinitFilter filter, Reply reply,
                 QObject *parent);

    void begin();

private:
    void lookOn();
    void take(const Run &run);
    void takeRefusals(std::optional<Instant> since);
    template <typename Written>
    void count(Written write);
    void finish(const Result<QJsonArray> &page);

    const Scheduler &m_scheduler;
    const KinitFilter m_filter;
    const Reply m_reply;
    RunQuery m_query;
    int m_looked = 0;
    std::deque<KinitDesk::Refusal> m_refusals; ///< not taken yet
    QJsonArray m_page;
    qsizetype m_count = 0;
};

} // namespace carillon
