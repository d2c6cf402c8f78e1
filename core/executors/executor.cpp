// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/executor.h"

namespace carillon {

bool Executor::isOverAtOnce(const Action &) const
{
    return false;
}

QFuture<Result<>> Executor::check(const Action &)
{
    return QtFuture::makeReadyFuture(Result<>());
}

int Executor::endLeftovers(const std::vector<Run> &)
{
    return 0;
}

} // namespace carillon
