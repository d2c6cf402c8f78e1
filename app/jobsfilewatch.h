// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QTimer>

namespace carillon {

/// Notices when the content of a file has changed, whichever way: written in place, replaced by
/// another file, or removed and made anew. Several changes in quick succession are one.
class JobsFileWatch : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsFileWatch)

public:
    explicit JobsFileWatch(const QString &file, QObject *parent = nullptr);

signals:
    void changed();

private:
    void look();
    void watchFile();

    QString m_file;
    QByteArray m_digest; ///< of the content told last
    QFileSystemWatcher m_watcher;
    QTimer m_settling; ///< who writes is still writing
};

} // namespace carillon
