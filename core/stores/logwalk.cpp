// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/logwalk.h"

namespace carillon {

LogWalk::LogWalk(const QDir &folder)
    : m_folder(folder),
      m_months(folder.entryList({u"[0-9][0-9][0-9][0-9]-[0-9][0-9]"_qs}, QDir::Dirs))
{
}

std::optional<LogWalk::File> LogWalk::next()
{
    for (;;) {
        while (m_files && m_files->hasNext()) {
            m_files->next();
            const QFileInfo file = m_files->fileInfo();
            bool isNumber = false;
            const qint64 run = file.baseName().toLongLong(&isNumber); // up to the first dot
            if (isNumber)
                return File{{run}, m_month, file.size()};
        }
        if (++m_month >= m_months.size())
            return {};
        m_files =
            std::make_unique<QDirIterator>(m_folder.filePath(m_months.at(m_month)), QDir::Files);
    }
}

QString LogWalk::path(RunId run, int month) const
{
    return m_folder.filePath(u"%1/%2.log"_qs.arg(m_months.at(month)).arg(run.number));
}

void LogWalk::removeEmptyMonths() const
{
    for (const QString &month : m_months)
        m_folder.rmdir(month); // refused unless it is empty
}

} // namespace carillon
