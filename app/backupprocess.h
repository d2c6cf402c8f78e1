// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QProcess>
#include <QStringList>

#include <optional>

namespace carillon {

/// Makes the daily copies of databases in a process of its own: SQLite cannot be stopped while it
/// copies or checks, a process can at any instant. What becomes of them goes to the log.
class BackupProcess : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BackupProcess)

public:
    /// `program` is one that calls backUpAsAsked() first of all.
    explicit BackupProcess(const QString &program);
    /// Ends what is going on at once; nothing half made stays.
    ~BackupProcess() override;

    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// Copies those that have no copy of `today` yet; does nothing while it is running.
    void start(const QStringList &databases, const QDate &today);

private:
    void tell();
    void onFinished(int exitCode, QProcess::ExitStatus status);

    QProcess m_process;
    QStringList m_databases;
};

/// Does the work of a BackupProcess if these are its arguments, and gives the exit code then. Ends
/// with the program that started it, however that ends.
std::optional<int> backUpAsAsked(int argc, char *argv[]);

} // namespace carillon
