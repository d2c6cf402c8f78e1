// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apioptions.h"
#include "core/api/kinitmessage.h"
#include "core/jobs/job.h"
#include "core/time/instant.h"

#include <QObject>
#include <QSet>

#include <deque>
#include <functional>

namespace carillon {

class Scheduler;
struct Run;

/// Who brings a message.
struct KinitSender
{
    QString who = {}; ///< a login, or the name of a channel
    /// It may have been done before, and the sender not have heard of it: what is as it should be
    /// already is done.
    bool isRepeat = false;
};

/// Does what messages of kinit ask for, whichever way they came: each is checked like the body of a
/// request, and done when the answer comes, durably. Lives in the engine thread.
class KinitDesk : public QObject
{
    Q_OBJECT

public:
    struct Done
    {
        JobId job = {};
        bool isActive = false; ///< it will run by itself
    };
    /// Called once; StoreBusy and StoreFull may pass by themselves.
    using Reply = std::function<void(const Result<Done> &)>;

    /// A task that could not be added.
    struct Refusal
    {
        Instant at = {};
        KinitMessage message = {};
        QString why = {};
    };

    /// Both must outlive it.
    KinitDesk(Scheduler &scheduler, const ApiOptions &options, QObject *parent = nullptr);

    /// One by its own id is done once.
    void take(const QByteArray &text, const KinitSender &sender, Reply reply);
    /// The same for one that is read already.
    void take(KinitMessage message, const KinitSender &sender, Reply reply);

    /// The newest of them, the last one first.
    const std::deque<Refusal> &refusals() const { return m_refusals; }

private:
    void perform(const KinitMessage &message, const KinitSender &sender, Reply reply);
    void add(const KinitMessage &message, const KinitSender &sender, Reply reply);
    void update(const KinitMessage &message, Reply reply);
    void store(const Job &job, std::function<Result<Job>(Job)> how, Reply reply);
    Result<Job> jobOf(const KinitMessage &message, const JobId &id) const;
    Result<> remove(const KinitMessage &message, const KinitSender &sender);
    Result<> run(const KinitMessage &message, const KinitSender &sender);
    void addTemporary(const KinitMessage &message, const KinitSender &sender, Reply reply);
    void removeTemporary(const Run &run);
    bool hasRun(const JobId &job, const QString &by) const;
    Done doneWith(const JobId &job) const;
    void remember(const QString &id);
    void noteRefusal(const KinitMessage &message, const Error &error);

    Scheduler &m_scheduler;
    const ApiOptions &m_options;
    QSet<QString> m_doneIds; ///< of messages
    std::deque<QString> m_doneInOrder;
    QSet<JobId> m_temporary; ///< jobs that go with their run
    std::deque<Refusal> m_refusals;
};

} // namespace carillon
