// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <chrono>
#include <csignal>
#include <thread>
#include <vector>

namespace carillon {

/// Processes that sleep for a length nobody else on this machine uses, so that they can be counted.
/// None of them outlives this.
class Sleepers
{
    Q_DISABLE_COPY_MOVE(Sleepers)

public:
    Sleepers() = default;
    ~Sleepers() { end(); }

    /// `line` with `sleep <our length>` for each SLEEP.
    QString script(const QString &line) const
    {
        QString script = line;
        return script.replace(u"SLEEP"_qs, m_command);
    }

    /// How many processes with our command on their command line are alive.
    int count() const { return int(processes().size()); }

    /// Ends those that a test has left behind, so that the next one does not find them.
    void end() const
    {
        for (auto left = processes(); !left.empty(); left = processes()) {
            for (const pid_t process : left)
                ::kill(process, SIGKILL);
            std::this_thread::yield();
        }
    }

private:
    std::vector<pid_t> processes() const
    {
        std::vector<pid_t> found;
        for (const QString &process : QDir(u"/proc"_qs).entryList({u"[1-9]*"_qs}, QDir::Dirs)) {
            if (commandLine(process).contains(m_command.toLatin1()))
                found.push_back(pid_t(process.toInt()));
        }
        return found;
    }

    /// With blanks between the arguments; empty for a process that has ended.
    static QByteArray commandLine(const QString &process)
    {
        const QString folder = u"/proc/"_qs + process;
        QByteArray line;
        // While a process becomes another program it has no command line either, but it lives.
        for (int attempt = 0; line.isEmpty() && attempt < 1000; ++attempt) {
            if (attempt > 0)
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            QFile file(folder + u"/cmdline"_qs);
            if (!file.open(QIODevice::ReadOnly))
                break;
            line = file.readAll();
            if (QFile::symLinkTarget(folder + u"/exe"_qs).isEmpty())
                break;
        }
        return line.replace('\0', ' ');
    }

    static QString nextCommand()
    {
        static int number = 0;
        return u"sleep %1.%2"_qs.arg(100'000 + QCoreApplication::applicationPid())
            .arg(++number, 3, 10, QChar(u'0'));
    }

    QString m_command = nextCommand();
};

} // namespace carillon
