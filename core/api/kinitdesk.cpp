// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/kinitdesk.h"

#include "core/api/jobbody.h"
#include "core/imports/kinitschedule.h"
#include "core/scheduler/actionchecks.h"
#include "core/scheduler/scheduler.h"
#include "core/util/coretext.h"
#include "core/util/logging.h"
#include "core/util/quoted.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUuid>

namespace carillon {

namespace {

constexpr std::size_t mostIds = 20'000;
constexpr std::size_t mostRefusals = 200;
constexpr int runsLookedAt = 200;

/// Hex digits that are the same for the same message.
QString digestOf(const QString &messageId, qsizetype digits)
{
    const QByteArray hash =
        QCryptographicHash::hash(messageId.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(hash.first(digits));
}

/// 24 hex digits, as ids of kinit's database.
JobId madeUpId(const KinitMessage &message)
{
    const QString from =
        message.id.isEmpty() ? QUuid::createUuid().toString(QUuid::Id128) : message.id;
    return {digestOf(from, 24)};
}

/// For the single run of a task: `<task>-temp-<number>`.
JobId temporaryId(const KinitMessage &message)
{
    const QString number = message.id.isEmpty()
                               ? QString::number(QRandomGenerator::global()->bounded(1000, 10'000))
                               : digestOf(message.id, 16);
    return {message.job.text + u"-temp-"_qs + number};
}

bool isSameTask(const Job &a, const Job &b)
{
    return a.action == b.action && writeKinitSchedule(a.trigger) == writeKinitSchedule(b.trigger);
}

/// Who asks for a run; with the message's own id nobody else.
QString askerOf(const KinitMessage &message, const KinitSender &sender)
{
    return message.id.isEmpty() ? sender.who : sender.who + u' ' + message.id;
}

QString nameOf(const KinitSender &sender)
{
    return sender.who.isEmpty() ? u"-"_qs : oneLine(sender.who);
}

Error taken(const JobId &id)
{
    return {ErrorCode::Conflict, CoreText::tr("A task with ID “%1” exists already.").arg(id.text),
            u"name"_qs};
}

bool mayPass(const Error &error)
{
    return error.code == ErrorCode::StoreBusy || error.code == ErrorCode::StoreFull;
}

} // namespace

KinitDesk::KinitDesk(Scheduler &scheduler, const ApiOptions &options, QObject *parent)
    : QObject(parent),
      m_scheduler(scheduler),
      m_options(options)
{
    connect(&scheduler, &Scheduler::runChanged, this, &KinitDesk::removeTemporary);
}

void KinitDesk::take(const QByteArray &text, const KinitSender &sender, Reply reply)
{
    KinitMessage message;
    if (const auto read = message.read(text); !read) {
        noteRefusal(message, read.error());
        return reply(read.error());
    }
    take(std::move(message), sender, std::move(reply));
}

void KinitDesk::take(KinitMessage message, const KinitSender &sender, Reply reply)
{
    if (message.job.text.isEmpty())
        message.job = madeUpId(message);
    if (!message.id.isEmpty() && m_doneIds.contains(message.id))
        return reply(doneWith(message.job));
    log::api().info("message of {}: {} {}", nameOf(sender),
                    kinitOperationNames().at(int(message.operation)), oneLine(message.job.text));
    perform(message, sender, [this, message, reply = std::move(reply)](const Result<Done> &done) {
        if (done)
            remember(message.id);
        else
            noteRefusal(message, done.error());
        reply(done);
    });
}

void KinitDesk::perform(const KinitMessage &message, const KinitSender &sender, Reply reply)
{
    const auto answer = [&](const Result<> &done) {
        reply(done ? Result<Done>(doneWith(message.job)) : Result<Done>(done.error()));
    };
    const auto changed = [](const Result<Job> &job) {
        return job ? Result<>() : Result<>(job.error());
    };
    switch (message.operation) {
    case KinitOperation::AddJob: return add(message, sender, std::move(reply));
    case KinitOperation::UpdateJob: return update(message, std::move(reply));
    case KinitOperation::RemoveJob: return answer(remove(message, sender));
    case KinitOperation::PauseJob: return answer(changed(m_scheduler.pauseJob(message.job)));
    case KinitOperation::ResumeJob: return answer(changed(m_scheduler.resumeJob(message.job)));
    case KinitOperation::RunOnce: return answer(run(message, sender));
    }
}

/// The job that the message defines, by that id.
Result<Job> KinitDesk::jobOf(const KinitMessage &message, const JobId &id) const
{
    QJsonObject object = message.definition;
    object.insert(u"id"_qs, id.text);
    auto entry = jobFromJson(object, {{m_scheduler.now(), m_options.zone}, m_options.jobDefaults});
    if (!entry)
        return entry.error();
    if (const auto permitted = checkPermitted(entry->job, m_options); !permitted)
        return permitted.error();
    return std::move(entry->job);
}

void KinitDesk::add(const KinitMessage &message, const KinitSender &sender, Reply reply)
{
    if (message.isOnce())
        return addTemporary(message, sender, std::move(reply));
    const auto job = jobOf(message, message.job);
    if (!job)
        return reply(job.error());
    const bool isRepeat = sender.isRepeat || !message.id.isEmpty();
    store(
        *job,
        [this, isRepeat](const Job &wanted) -> Result<Job> {
            const auto known = m_scheduler.overview(wanted.id);
            if (known && isRepeat && isSameTask(known->job, wanted))
                return known->job;
            return known ? Result<Job>(taken(wanted.id)) : m_scheduler.addJob(wanted);
        },
        std::move(reply));
}

void KinitDesk::update(const KinitMessage &message, Reply reply)
{
    const auto known = m_scheduler.overview(message.job);
    if (!known)
        return reply(known.error());
    const auto wanted = jobOf(message, message.job);
    if (!wanted)
        return reply(wanted.error());
    Job job = known->job;
    job.action = wanted->action;
    job.trigger = wanted->trigger;
    if (message.definition.contains(u"name")) { // a form says all of it
        job.name = wanted->name;
        job.group = wanted->group;
        job.notes = wanted->notes;
        job.paused = wanted->paused;
    }
    store(
        job, [this](const Job &changed) { return m_scheduler.changeJob(changed); },
        std::move(reply));
}

/// Once what the job does has been tried out.
void KinitDesk::store(const Job &job, std::function<Result<Job>(Job)> how, Reply reply)
{
    const auto answer = [this](const Result<Job> &stored) {
        return stored ? Result<Done>(doneWith(stored->id)) : Result<Done>(stored.error());
    };
    QFuture<Result<Job>> stored = storeChecked(m_scheduler, job, std::move(how));
    if (stored.isFinished())
        return reply(answer(stored.result()));
    stored.then(this, [answer, reply = std::move(reply)](const Result<Job> &result) {
        reply(answer(result));
    });
}

Result<> KinitDesk::remove(const KinitMessage &message, const KinitSender &sender)
{
    if (sender.isRepeat && !m_scheduler.overview(message.job))
        return {};
    return m_scheduler.removeJob(message.job);
}

Result<> KinitDesk::run(const KinitMessage &message, const KinitSender &sender)
{
    const QString asker = askerOf(message, sender);
    if (!message.id.isEmpty() && hasRun(message.job, asker))
        return {};
    const auto run = m_scheduler.runNow(message.job, true, {RunCause::Api, asker});
    return run ? Result<>() : Result<>(run.error());
}

/// Runs a task at once: by its own job if that does the same, else by one that goes with the run.
void KinitDesk::addTemporary(const KinitMessage &message, const KinitSender &sender, Reply reply)
{
    const auto wanted = jobOf(message, message.job);
    if (!wanted)
        return reply(wanted.error());
    const auto known = m_scheduler.overview(message.job);
    if (known && known->job.action == wanted->action) {
        const auto started = run(message, sender);
        return reply(started ? Result<Done>(doneWith(message.job)) : Result<Done>(started.error()));
    }
    Job job = *wanted;
    job.id = temporaryId(message);
    job.trigger = DateTrigger(m_scheduler.now(), m_options.zone);
    job.rules.grace.reset(); // it may have to wait for the scheduler to start
    const bool isDone = m_scheduler.overview(job.id) || hasRun(job.id, {});
    if (isDone && !message.id.isEmpty())
        return reply(doneWith(job.id));
    m_temporary.insert(job.id);
    store(
        job, [this](const Job &tried) { return m_scheduler.addJob(tried); }, std::move(reply));
}

void KinitDesk::removeTemporary(const Run &run)
{
    if (m_temporary.isEmpty() || run.isActive() || !m_temporary.remove(run.job))
        return;
    QMetaObject::invokeMethod(
        this,
        [this, job = run.job] {
            if (const auto removed = m_scheduler.removeJob(job); !removed)
                log::api().warn("job {} stays: {}", oneLine(job.text), removed.error().message);
        },
        Qt::QueuedConnection);
}

/// Whether one of the newest runs of `job` was asked for by `by`; by anybody if that is empty.
bool KinitDesk::hasRun(const JobId &job, const QString &by) const
{
    const auto runs = m_scheduler.runs({job, {}, runsLookedAt});
    return runs && std::any_of(runs->begin(), runs->end(),
                               [&by](const Run &run) { return by.isEmpty() || run.by == by; });
}

KinitDesk::Done KinitDesk::doneWith(const JobId &job) const
{
    const auto overview = m_scheduler.overview(job);
    return {job, overview && overview->job.next.has_value()};
}

void KinitDesk::remember(const QString &id)
{
    if (id.isEmpty() || m_doneIds.contains(id))
        return;
    m_doneIds.insert(id);
    m_doneInOrder.push_back(id);
    if (m_doneInOrder.size() > mostIds) {
        m_doneIds.remove(m_doneInOrder.front());
        m_doneInOrder.pop_front();
    }
}

void KinitDesk::noteRefusal(const KinitMessage &message, const Error &error)
{
    const QString job = message.job.text.isEmpty() ? u"-"_qs : oneLine(message.job.text);
    log::api().warn("message about {} refused: {}", job, error.message);
    const bool isTask = message.operation == KinitOperation::AddJob && !message.job.text.isEmpty();
    if (!isTask || mayPass(error))
        return;
    m_refusals.push_front({m_scheduler.now(), message, error.message});
    if (m_refusals.size() > mostRefusals)
        m_refusals.pop_back();
}

} // namespace carillon
