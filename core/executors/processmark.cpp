// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/processmark.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

#include <cstring>

namespace carillon {

const char markVariable[] = "CARILLON_MARK";

namespace {

// From the highest bit: 0, 32 bits of the profile, one that tells workers from runs, 30 bits.
constexpr int profileShift = 31;
constexpr quint64 workerBit = quint64(1) << 30;
constexpr quint64 numberMask = workerBit - 1;

} // namespace

QByteArray markText(ProcessMark mark)
{
    return QByteArray::number(mark, 16);
}

ProcessMark markFromText(const QByteArray &text)
{
    return text.toULongLong(nullptr, 16);
}

ProfileMarks::ProfileMarks(const QString &workspace)
{
    QByteArray identity = QFile::encodeName(QFileInfo(workspace).canonicalFilePath());
#ifdef Q_OS_UNIX
    // The same path may be another folder: in a container whose processes we can see.
    struct stat found
    {
    };
    if (::stat(QFile::encodeName(workspace).constData(), &found) == 0)
        identity += '\0' + QByteArray::number(quint64(found.st_dev)) + '\0' +
                    QByteArray::number(quint64(found.st_ino));
#endif
    const QByteArray hash = QCryptographicHash::hash(identity, QCryptographicHash::Sha256);
    quint32 bits = 0;
    std::memcpy(&bits, hash.constData(), sizeof bits);
    m_profile = bits;
}

ProcessMark ProfileMarks::ofRun(RunId run) const
{
    return m_profile << profileShift | (quint64(run.number) & numberMask);
}

ProcessMark ProfileMarks::ofWorker() const
{
    return m_profile << profileShift | workerBit |
           (QRandomGenerator::global()->generate64() & numberMask);
}

bool ProfileMarks::isWorker(ProcessMark mark) const
{
    return mark >> profileShift == m_profile && (mark & workerBit) != 0;
}

} // namespace carillon
