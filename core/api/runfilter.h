// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/runquery.h"
#include "core/util/result.h"

#include <QByteArray>

namespace carillon {

/// Which runs a request wants: `state`, `cause` (words separated by commas), `since`, `until`,
/// `before`, `limit`.
Result<RunQuery> runQueryFrom(const QByteArray &query);

} // namespace carillon
