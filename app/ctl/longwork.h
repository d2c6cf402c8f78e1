// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/output.h"
#include "core/util/result.h"

#include <functional>

namespace carillon::ctl {

/// Does `work` in a thread of its own and meanwhile, on a terminal, says what is being done and
/// for how long already.
Result<> doLongWork(Output &output, const QString &what, const std::function<Result<>()> &work);

} // namespace carillon::ctl
