// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/run.h"
#include "core/util/result.h"

#include <QStringList>

#include <optional>

namespace carillon {

/// Which runs a request wants, beside those of one job.
struct RunFilter
{
    QStringList states = {};           ///< words; empty: all
    QStringList causes = {};           ///< words; empty: all
    std::optional<Instant> since = {}; ///< due, or else started, then or later
    std::optional<Instant> until = {}; ///< before then
    std::optional<RunId> before = {};  ///< the key of the page
    int limit = 100;

    /// Reads `state`, `cause` (words separated by commas), `since`, `until`, `before`, `limit`.
    static Result<RunFilter> read(const QByteArray &query);

    bool fits(const Run &run) const;
};

} // namespace carillon
