// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backupprocess.h"

#include "core/stores/backups.h"
#include "core/util/logging.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace carillon {

namespace {

constexpr auto verb = "--back-up-databases"; // followed by the day and the files
constexpr int politeness = 10;               // who goes on with jobs goes first

/// The pipe that the starting program holds closes with it, even when it is killed.
void endWithStarter()
{
    std::thread([] {
        while (std::fgetc(stdin) != EOF) {}
        std::_Exit(EXIT_FAILURE);
    }).detach();
}

bool backUp(const QString &database, const QDate &today)
{
    const auto made = backups::keepDaily(database, today);
    if (made && *made)
        std::printf("%s was copied\n", qPrintable(database));
    else if (!made)
        std::fprintf(stderr, "%s was not copied: %s\n", qPrintable(database),
                     qPrintable(made.error().message));
    return made.has_value();
}

template <typename Log>
void logLines(const QByteArray &lines, Log log)
{
    for (const QByteArray &line : lines.split('\n')) {
        if (!line.isEmpty())
            log(QString::fromUtf8(line));
    }
}

} // namespace

BackupProcess::BackupProcess(const QString &program)
{
    m_process.setProgram(program);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &BackupProcess::tell);
    connect(&m_process, &QProcess::readyReadStandardError, this, &BackupProcess::tell);
    connect(&m_process, &QProcess::finished, this, &BackupProcess::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            log::store().error("databases were not copied: {}", m_process.errorString());
    });
}

BackupProcess::~BackupProcess()
{
    if (!isRunning())
        return;
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished();
    for (const QString &database : m_databases)
        backups::discardUnfinished(database);
}

void BackupProcess::start(const QStringList &databases, const QDate &today)
{
    if (isRunning())
        return;
    m_databases = databases;
    m_databases.removeIf([&today](const QString &database) {
        return QFileInfo::exists(backups::fileOf(database, today));
    });
    if (m_databases.isEmpty())
        return;
    m_process.setArguments(QStringList{QString::fromLatin1(verb), today.toString(Qt::ISODate)} +
                           m_databases);
    m_process.start();
}

void BackupProcess::tell()
{
    logLines(m_process.readAllStandardOutput(),
             [](const QString &line) { log::store().info("{}", line); });
    logLines(m_process.readAllStandardError(),
             [](const QString &line) { log::store().error("{}", line); });
}

void BackupProcess::onFinished(int exitCode, QProcess::ExitStatus status)
{
    tell();
    if (status == QProcess::CrashExit)
        log::store().error("copying databases was ended from outside ({})", exitCode);
}

std::optional<int> backUpAsAsked(int argc, char *argv[])
{
    if (argc < 3 || std::strcmp(argv[1], verb) != 0)
        return {};
    endWithStarter();
#ifdef Q_OS_UNIX
    [[maybe_unused]] const int niceness = ::nice(politeness);
#endif
    bool allMade = true;
    {
        const QCoreApplication application(argc, argv); // finds the database driver
        const QStringList arguments = QCoreApplication::arguments();
        const QDate today = QDate::fromString(arguments.at(2), Qt::ISODate);
        for (const QString &database : arguments.mid(3))
            allMade = backUp(database, today) && allMade;
    }
    std::fflush(stdout); // not all: the other thread holds the lock of stdin while it waits
    std::_Exit(allMade ? EXIT_SUCCESS : EXIT_FAILURE); // the other thread still reads
}

} // namespace carillon
