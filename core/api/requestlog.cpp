// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/requestlog.h"

#include "core/util/logging.h"
#include "core/util/quoted.h"

namespace carillon {

void logChange(const ApiCall &call, const char *what, const JobId &job)
{
    const ApiCaller &caller = call.request.caller;
    const bool isLocal = caller.transport == ApiCaller::Transport::Local;
    log::api().info("{} ({}) {} {}", isLocal ? u"local"_qs : caller.address,
                    call.who.isEmpty() ? u"-"_qs : oneLine(call.who), what, oneLine(job.text));
}

} // namespace carillon
