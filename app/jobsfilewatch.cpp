// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobsfilewatch.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace carillon {

namespace {

constexpr std::chrono::milliseconds settling{200};

/// Empty if there is no such file.
QByteArray digestOf(const QString &name)
{
    QFile file(name);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
}

} // namespace

JobsFileWatch::JobsFileWatch(const QString &file, QObject *parent)
    : QObject(parent),
      m_file(QFileInfo(file).absoluteFilePath()),
      m_digest(digestOf(m_file))
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(settling);
    connect(&m_settling, &QTimer::timeout, this, &JobsFileWatch::look);
    // The folder too: editors put another file in the place of the old one.
    m_watcher.addPath(QFileInfo(m_file).path());
    watchFile();
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settling, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settling,
            qOverload<>(&QTimer::start));
}

void JobsFileWatch::watchFile()
{
    if (!m_watcher.files().contains(m_file) && QFileInfo::exists(m_file))
        m_watcher.addPath(m_file);
}

void JobsFileWatch::look()
{
    watchFile();
    const QByteArray digest = digestOf(m_file);
    if (digest.isEmpty() || digest == m_digest)
        return;
    m_digest = digest;
    emit changed();
}

} // namespace carillon
