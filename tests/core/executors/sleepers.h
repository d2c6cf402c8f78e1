// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace carillon {

/// Processes that sleep for a length nobody else on this machine uses, so that they can be counted.
class Sleepers
{
public:
    /// `line` with `sleep <our length>` for each SLEEP.
    QString script(const QString &line) const
    {
        QString script = line;
        return script.replace(u"SLEEP"_qs, u"sleep "_qs + m_length);
    }

    /// How many processes with our length on their command line are alive.
    int count() const
    {
        int count = 0;
        for (const QString &process : QDir(u"/proc"_qs).entryList({u"[1-9]*"_qs}, QDir::Dirs)) {
            QFile file(u"/proc/%1/cmdline"_qs.arg(process));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(m_length.toLatin1()))
                ++count;
        }
        return count;
    }

private:
    QString m_length = QString::number(100'000 + QCoreApplication::applicationPid());
};

} // namespace carillon
