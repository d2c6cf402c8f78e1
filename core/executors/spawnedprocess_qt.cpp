// SPDX-License-Identifier: GPL-3.0-or-later

// Child processes where we have no way of our own to start them: on macOS and Windows.
#include "core/executors/processtree.h"
#include "core/executors/spawnedprocess.h"

#include <QProcess>

#ifdef Q_OS_WIN
#include "core/executors/jobobject.h"
#else
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace carillon {

namespace {

#ifdef Q_OS_UNIX
/// Runs in the child between fork and exec: async-signal-safe calls only.
void prepareChild(int kept)
{
    ::setsid();
    for (int number = 1; number < NSIG; ++number)
        ::signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    // On exec rather than now: QProcess still needs its own pipe.
    const int most = ::getdtablesize();
    for (int number = 3; number < most; ++number)
        ::fcntl(number, F_SETFD, number == kept ? 0 : FD_CLOEXEC);
}
#endif

} // namespace

class SpawnedProcess::Private
{
public:
    explicit Private(SpawnedProcess &owner);

    void start(const Launch &launch, int kept);
    void finish(int code, QProcess::ExitStatus status);

    SpawnedProcess &owner;
    QProcess process;
    std::optional<ProcessIdentity> identity;
#ifdef Q_OS_WIN
    std::unique_ptr<JobObject> job;
#endif
};

SpawnedProcess::Private::Private(SpawnedProcess &process_) : owner(process_)
{
    connect(&process, &QProcess::started, &owner, [this] {
        const auto found = lookUpProcess(process.processId());
        identity = {process.processId(), found ? found->startTime : 0, bootName()};
        emit owner.started();
    });
    connect(&process, &QProcess::finished, &owner,
            [this](int code, QProcess::ExitStatus status) { finish(code, status); });
    connect(&process, &QProcess::readyReadStandardOutput, &owner,
            [this] { emit owner.wroteOutput(process.readAllStandardOutput()); });
    connect(&process, &QProcess::readyReadStandardError, &owner,
            [this] { emit owner.wroteErrors(process.readAllStandardError()); });
    connect(&process, &QProcess::errorOccurred, &owner, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            emit owner.failedToStart(process.errorString());
    });
}

void SpawnedProcess::Private::start(const Launch &launch, int kept)
{
    QProcessEnvironment environment = launch.environment;
    environment.insert(QString::fromLatin1(markVariable),
                       QString::fromLatin1(markText(launch.mark)));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(launch.folder);
    if (launch.input.isEmpty())
        process.setStandardInputFile(QProcess::nullDevice());
#ifdef Q_OS_WIN
    Q_UNUSED(kept)
    job = std::make_unique<JobObject>(launch.mark);
    process.setNativeArguments(launch.commandLine);
    process.setCreateProcessArgumentsModifier(
        [this](QProcess::CreateProcessArguments *arguments) { job->bearChild(*arguments); });
#else
    process.setChildProcessModifier([kept] { prepareChild(kept); });
#endif
    process.start(launch.program, launch.arguments);
    if (!launch.input.isEmpty()) {
        process.write(launch.input);
        process.closeWriteChannel();
    }
}

void SpawnedProcess::Private::finish(int code, QProcess::ExitStatus status)
{
    ProcessEnd end;
    if (status == QProcess::NormalExit)
        end.exitCode = code;
    else
        end.signal = code; // what QProcess reports as the code of a crash
#ifdef Q_OS_WIN
    job->tell(end);
    job->setFree();
#endif
    emit owner.ended(end);
}

SpawnedProcess::SpawnedProcess(QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(*this))
{
}

SpawnedProcess::~SpawnedProcess()
{
    d->process.disconnect(this);
}

void SpawnedProcess::start(const Launch &launch, int kept)
{
    d->start(launch, kept);
}

bool SpawnedProcess::isRunning() const
{
    return d->process.state() != QProcess::NotRunning;
}

const std::optional<ProcessIdentity> &SpawnedProcess::identity() const
{
    return d->identity;
}

void SpawnedProcess::drain()
{
    // One look is enough: it reads both pipes, and with them all that was written before it.
    if (isRunning())
        d->process.waitForReadyRead(0);
}

void SpawnedProcess::waitForEnd(std::chrono::milliseconds most)
{
    const QSignalBlocker silence(this);
    if (isRunning())
        d->process.waitForFinished(static_cast<int>(most.count()));
}

/// Orphans are init's here.
std::shared_ptr<QObject> SpawnedProcess::keepWatch()
{
    return {};
}

} // namespace carillon
