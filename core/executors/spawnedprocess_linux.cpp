// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/childstreams.h"
#include "core/executors/childwatch.h"
#include "core/executors/processtree.h"
#include "core/executors/spawn.h"
#include "core/executors/spawnedprocess.h"

#include <QPointer>

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace carillon {

namespace {

/// Bytes read in one turn, so that a chatterbox leaves time for the others.
constexpr qsizetype mostAtOnce = 65536;

} // namespace

class SpawnedProcess::Private : public ChildListener
{
public:
    explicit Private(SpawnedProcess &process) : owner(process) {}
    ~Private() override { close(); }

    void start(const Launch &launch, int kept);
    void isReady(int descriptor) override;
    void sawPeakMemory(qint64 bytes) override { sampledPeak = std::max(sampledPeak, bytes); }
    qsizetype read(Descriptor &pipe, qsizetype most);
    void drain();
    void finish(const offspring::Ended &ended);
    void close();
    void close(Descriptor &descriptor);

    SpawnedProcess &owner;
    std::shared_ptr<ChildWatch> watch;
    ProcessMark mark = 0;
    std::optional<ProcessIdentity> identity;
    bool isRunning = false;
    Descriptor process; ///< readable when it has ended
    Descriptor output;
    Descriptor errors;
    qint64 sampledPeak = 0;
};

void SpawnedProcess::Private::start(const Launch &launch, int kept)
{
    watch = ChildWatch::ofThisThread();
    mark = launch.mark;
    const Descriptor input = inputWith(launch.input);
    OutputPipe out = openOutputPipe();
    OutputPipe err = openOutputPipe();
    if (!input.isOpen() || !out.ours.isOpen() || !err.ours.isOpen()) {
        emit owner.failedToStart(qt_error_string(errno));
        return;
    }
    const offspring::Spawned spawned =
        offspring::spawn(launch, {input.number(), out.theirs.number(), err.theirs.number(), kept});
    if (!spawned.problem.isEmpty()) {
        emit owner.failedToStart(spawned.problem);
        return;
    }
    isRunning = true;
    process = Descriptor(spawned.processDescriptor);
    output = std::move(out.ours);
    errors = std::move(err.ours);
    const auto found = lookUpProcess(spawned.pid);
    identity = {spawned.pid, found ? found->startTime : 0, bootName()};
    for (const Descriptor *each : {&process, &output, &errors})
        watch->add(each->number(), *this);
    watch->measure(mark, *this);
    emit owner.started();
}

void SpawnedProcess::Private::isReady(int descriptor)
{
    if (descriptor == output.number())
        read(output, mostAtOnce);
    else if (descriptor == errors.number())
        read(errors, mostAtOnce);
    else if (const auto ended = offspring::collect(static_cast<pid_t>(identity->pid)))
        finish(*ended);
}

qsizetype SpawnedProcess::Private::read(Descriptor &pipe, qsizetype most)
{
    std::array<char, mostAtOnce> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init)
    const ssize_t count =
        ::read(pipe.number(), buffer.data(), std::min<size_t>(buffer.size(), size_t(most)));
    if (count <= 0)
        return 0;
    const QByteArray bytes(buffer.data(), count);
    if (&pipe == &output)
        emit owner.wroteOutput(bytes);
    else
        emit owner.wroteErrors(bytes);
    return count;
}

/// Exactly what is there: a grandchild may go on writing for ever.
void SpawnedProcess::Private::drain()
{
    const QPointer<SpawnedProcess> guard(&owner);
    for (Descriptor *pipe : {&output, &errors}) {
        int available = 0;
        if (!guard || !pipe->isOpen() || ::ioctl(pipe->number(), FIONREAD, &available) != 0)
            continue;
        for (qsizetype left = available; guard && left > 0;) {
            const qsizetype count = read(*pipe, left);
            left = count > 0 ? left - count : 0;
        }
    }
}

void SpawnedProcess::Private::finish(const offspring::Ended &ended)
{
    const QPointer<SpawnedProcess> guard(&owner);
    drain();
    if (!guard)
        return;
    isRunning = false;
    close();
    ProcessEnd end;
    if (ended.status && WIFSIGNALED(*ended.status))
        end.signal = WTERMSIG(*ended.status);
    else if (ended.status)
        end.exitCode = WEXITSTATUS(*ended.status);
    end.userTime = ended.userTime;
    end.systemTime = ended.systemTime;
    end.peakMemory = ended.peakMemory;
    if (!end.peakMemory && sampledPeak > 0)
        end.peakMemory = sampledPeak;
    emit owner.ended(end);
}

void SpawnedProcess::Private::close()
{
    close(process);
    close(output);
    close(errors);
    if (watch)
        watch->forget(mark);
}

void SpawnedProcess::Private::close(Descriptor &descriptor)
{
    if (descriptor.isOpen())
        watch->remove(descriptor.number());
    descriptor.reset();
}

SpawnedProcess::SpawnedProcess(QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(*this))
{
}

SpawnedProcess::~SpawnedProcess() = default;

void SpawnedProcess::start(const Launch &launch, int kept)
{
    d->start(launch, kept);
}

bool SpawnedProcess::isRunning() const
{
    return d->isRunning;
}

const std::optional<ProcessIdentity> &SpawnedProcess::identity() const
{
    return d->identity;
}

void SpawnedProcess::drain()
{
    d->drain();
}

void SpawnedProcess::waitForEnd(std::chrono::milliseconds most)
{
    if (!d->isRunning)
        return;
    pollfd ending{d->process.number(), POLLIN, 0};
    ::poll(&ending, 1, static_cast<int>(most.count()));
    if (!offspring::collect(static_cast<pid_t>(d->identity->pid)))
        return;
    d->isRunning = false;
    d->close();
}

std::shared_ptr<QObject> SpawnedProcess::keepWatch()
{
    return ChildWatch::ofThisThread();
}

} // namespace carillon
