// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/ids.h"

#include <QDirIterator>

#include <memory>
#include <optional>

namespace carillon {

/// Walks through the files that the logs of runs are made of, in no particular order, as slowly as
/// it is asked to. Files may come and go meanwhile.
class LogWalk
{
public:
    explicit LogWalk(const QDir &folder);

    struct File
    {
        RunId run;
        int month = 0; ///< an index for path()
        qint64 size = 0;
    };
    /// Nothing at the end. A log may be made of several files.
    std::optional<File> next();

    /// Of the log as a whole, as RunLogs::path() gives it.
    QString path(RunId run, int month) const;
    /// Removes the folders of months that have no logs any more.
    void removeEmptyMonths() const;

private:
    QDir m_folder;
    QStringList m_months;
    int m_month = -1;
    std::unique_ptr<QDirIterator> m_files;
};

} // namespace carillon
