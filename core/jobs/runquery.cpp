// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/runquery.h"

#include <algorithm>

namespace carillon {

namespace {

template <typename Value>
bool isAmong(const std::vector<Value> &accepted, Value value)
{
    return accepted.empty() || std::find(accepted.begin(), accepted.end(), value) != accepted.end();
}

} // namespace

bool RunQuery::isFiltered() const
{
    return !states.empty() || !causes.empty() || since || until;
}

bool RunQuery::fits(const Run &run) const
{
    const auto when = run.due ? run.due : run.started;
    return isAmong(states, run.state) && isAmong(causes, run.cause) &&
           (!since || (when && *when >= *since)) && (!until || (when && *when < *until));
}

} // namespace carillon
