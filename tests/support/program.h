// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTest>

namespace carillon {

/// One of our own programs, run as a person would from a shell. Killed with the test.
class Program
{
public:
    explicit Program(const QString &file) { m_process.setProgram(file); }
    ~Program()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    void start(const QStringList &arguments)
    {
        m_process.start(m_process.program(), arguments);
        QVERIFY(m_process.waitForStarted());
    }
    /// Waits for a line that starts with `start`; empty if the program ends before it comes.
    QByteArray line(const QByteArray &start)
    {
        constexpr int patience = 20'000;
        for (;;) {
            while (m_process.canReadLine()) {
                const QByteArray line = m_process.readLine();
                if (line.startsWith(start))
                    return line;
            }
            if (!m_process.waitForReadyRead(patience))
                return {};
        }
    }
    /// Waits for the end and returns the exit code.
    int finish()
    {
        m_process.waitForFinished();
        return m_process.exitCode();
    }
    int run(const QStringList &arguments)
    {
        start(arguments);
        return finish();
    }
    /// SIGKILL: nothing of the program gets a last word.
    void killHard()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    void terminate() { m_process.terminate(); }
    qint64 pid() const { return m_process.processId(); }
    /// Whether that word has been on stderr.
    bool hasSaid(const QByteArray &word)
    {
        m_said += m_process.readAllStandardError();
        return m_said.contains(word);
    }
    QString errors() { return QString::fromUtf8(m_process.readAllStandardError()); }
    QString output() { return QString::fromUtf8(m_process.readAllStandardOutput()); }

private:
    QProcess m_process;
    QByteArray m_said;
};

} // namespace carillon
