// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/processend.h"
#include "core/executors/processmark.h"

#include <QProcess>

#include <memory>

namespace carillon {

/// A job object of Windows: a child process and everything it starts, whatever that does.
///
/// If this program ends without freeing it, however that comes about, Windows ends all of them.
class JobObject
{
    Q_DISABLE_COPY_MOVE(JobObject)

public:
    explicit JobObject(ProcessMark mark);
    ~JobObject();

    /// Lets the child that is about to be created be born as a member.
    void bearChild(QProcess::CreateProcessArguments &arguments);
    /// Fills in what its members have used so far.
    void tell(ProcessEnd &end) const;
    /// From now on what is left of it may outlive this program.
    void setFree();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace carillon
