// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/ids.h"

#include <QString>

namespace carillon {

/// A number that every process of a run carries and hands on to whatever it starts: in its
/// environment and, on Linux, as a limit that nothing else uses (see spawn.cpp), which survives
/// even an emptied environment. Zero is no mark.
using ProcessMark = quint64;

/// The environment variable that holds a mark, in hexadecimal digits.
extern const char markVariable[];
QByteArray markText(ProcessMark mark);
/// Zero if it is none.
ProcessMark markFromText(const QByteArray &text);

/// The marks of one profile. They depend on nothing but the folder itself, so that a later life of
/// the program finds what an earlier one left behind, and never what belongs to another profile.
class ProfileMarks
{
public:
    /// `workspace` is the profile's; it should exist.
    explicit ProfileMarks(const QString &workspace);

    ProcessMark ofRun(RunId run) const;
    /// A new one for each worker process that serves many runs.
    ProcessMark ofWorker() const;
    /// Whether a worker of this profile had that mark, in this life or an earlier one.
    bool isWorker(ProcessMark mark) const;

private:
    quint64 m_profile; ///< 32 bits
};

} // namespace carillon
