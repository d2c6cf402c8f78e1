// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/output.h"
#include "core/time/clock.h"
#include "core/util/result.h"

#include <functional>
#include <optional>

namespace carillon::ctl {

/// `Copying … ███░░░ 45 % 3 s`; without a bar where the share of the work done, 0 to 1, is unknown.
QString progressText(const QString &what, std::optional<double> share, Duration elapsed);

/// Tells how far work has come that goes on in this thread, if it takes long enough to be told.
class Progress
{
public:
    Progress(Output &output, const QString &what);

    /// As often as one likes.
    void tell(std::optional<double> share);

private:
    Output &m_output;
    QString m_what;
    SystemClock m_clock;
    Duration m_begin;
    Duration m_nextTold;
};

/// Does what takes a while beside this thread, and says meanwhile how far it has come: `share` is
/// asked for it in this thread.
Result<> doLongWork(Output &output, const QString &what, const std::function<Result<>()> &work,
                    const std::function<std::optional<double>()> &share = {});

} // namespace carillon::ctl
