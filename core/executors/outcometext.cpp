// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/outcometext.h"

#include "core/executors/processend.h"
#include "core/util/coretext.h"

#include <csignal>

namespace carillon {

namespace {

/// What a shell or a well-known habit means by a code; empty for codes without a meaning.
QString meaningOf(int code)
{
    switch (code) {
    case 126: return CoreText::tr("not executable");
    case 127: return CoreText::tr("not found");
    case 130: return CoreText::tr("Ctrl+C");
    case 137: return CoreText::tr("killed");
    case 143: return CoreText::tr("terminated");
    default: return {};
    }
}

QString nameOf(int signal)
{
    switch (signal) {
    case SIGINT: return CoreText::tr("Ctrl+C");
    case SIGILL: return CoreText::tr("illegal instruction");
    case SIGABRT: return CoreText::tr("aborted");
    case SIGFPE: return CoreText::tr("arithmetic error");
    case SIGSEGV: return CoreText::tr("segmentation fault");
    case SIGTERM: return CoreText::tr("terminated");
#ifdef Q_OS_UNIX
    case SIGHUP: return CoreText::tr("terminal closed");
    case SIGKILL: return CoreText::tr("killed");
    case SIGBUS: return CoreText::tr("bus error");
    case SIGPIPE: return CoreText::tr("broken pipe");
    case SIGXCPU: return CoreText::tr("limit of CPU time");
    case SIGXFSZ: return CoreText::tr("limit of file size");
#endif
    default: return {};
    }
}

} // namespace

QString exitCodeText(int code)
{
    const QString meaning = meaningOf(code);
    if (meaning.isEmpty())
        return CoreText::tr("exit code %1").arg(code);
    //: %2 is what the code means, such as “not found”.
    return CoreText::tr("exit code %1 (%2)").arg(QString::number(code), meaning);
}

QString signalText(int signal)
{
    const QString name = nameOf(signal);
    if (name.isEmpty())
        return CoreText::tr("signal %1").arg(signal);
    //: %1 is what the signal means, such as “segmentation fault”.
    return CoreText::tr("%1 (signal %2)").arg(name, QString::number(signal));
}

QString endText(const ProcessEnd &end)
{
    if (end.signal)
        return signalText(*end.signal);
    if (end.exitCode)
        return exitCodeText(*end.exitCode);
    return CoreText::tr("its exit code was lost");
}

QString couldNotStartText(const QString &program, const QString &why)
{
    //: %1 is a program, %2 the operating system's own text.
    return CoreText::tr("Could not start “%1” — %2.").arg(program, why);
}

QString limitText(std::chrono::seconds limit)
{
    const qint64 total = limit.count();
    QStringList parts;
    if (const qint64 hours = total / 3600; hours > 0)
        parts += CoreText::tr("%1 h").arg(hours);
    if (const qint64 minutes = total / 60 % 60; minutes > 0)
        parts += CoreText::tr("%1 min").arg(minutes);
    if (const qint64 seconds = total % 60; seconds > 0 || parts.isEmpty())
        parts += CoreText::tr("%1 s").arg(seconds);
    return parts.join(u' ');
}

QString timedOutText(std::chrono::seconds limit, const ProcessEnd &end)
{
    const QString count = QString::number(end.processesEnded);
    const QString forced = QString::number(end.processesForced);
    if (end.processesEnded == 0)
        return CoreText::tr("was stopped after its limit of %1.").arg(limitText(limit));
    if (end.processesEnded == 1 && end.processesForced == 0)
        return CoreText::tr("was stopped after its limit of %1 — 1 process ended.")
            .arg(limitText(limit));
    if (end.processesEnded == 1)
        return CoreText::tr("was stopped after its limit of %1 — 1 process ended, by force.")
            .arg(limitText(limit));
    if (end.processesForced == 0)
        return CoreText::tr("was stopped after its limit of %1 — %2 processes ended.")
            .arg(limitText(limit), count);
    return CoreText::tr("was stopped after its limit of %1 — %2 processes ended, %3 by force.")
        .arg(limitText(limit), count, forced);
}

QString stoppedText(const ProcessEnd &end)
{
    const QString count = QString::number(end.processesEnded);
    if (end.processesEnded == 0)
        return CoreText::tr("was stopped.");
    if (end.processesEnded == 1 && end.processesForced == 0)
        return CoreText::tr("was stopped — 1 process ended.");
    if (end.processesEnded == 1)
        return CoreText::tr("was stopped — 1 process ended, by force.");
    if (end.processesForced == 0)
        return CoreText::tr("was stopped — %1 processes ended.").arg(count);
    return CoreText::tr("was stopped — %1 processes ended, %2 by force.")
        .arg(count, QString::number(end.processesForced));
}

RunOutcome stoppedBeforeStart()
{
    return {.state = RunState::Stopped, .reason = CoreText::tr("was stopped before it started.")};
}

RunOutcome failure(const QString &reason)
{
    return {.state = RunState::Failed, .reason = reason};
}

RunOutcome endedOutcome(RunState state, const RunRequest &request, const ProcessEnd &end)
{
    const bool isTimedOut = state == RunState::TimedOut && request.timeout;
    return {.state = state,
            .exitCode = end.exitCode,
            .signal = end.signal,
            .reason = isTimedOut ? timedOutText(*request.timeout, end) : stoppedText(end),
            .processesEnded = end.processesEnded,
            .processesForced = end.processesForced,
            .userTime = end.userTime,
            .systemTime = end.systemTime,
            .peakMemory = end.peakMemory};
}

} // namespace carillon
