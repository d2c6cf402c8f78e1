// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/longwork.h"

#include "app/ctl/timetext.h"
#include "core/time/clock.h"

#include <future>

namespace carillon::ctl {

Result<> doLongWork(Output &output, const QString &what, const std::function<Result<>()> &work)
{
    using namespace std::chrono_literals;
    const SystemClock clock;
    const Duration begin = clock.elapsed();
    std::future<Result<>> done = std::async(std::launch::async, work);
    auto patience = 300ms; // what is done at once needs no words
    while (done.wait_for(patience) != std::future_status::ready) {
        output.progress(u"%1 %2"_qs.arg(what, lengthText(clock.elapsed() - begin)));
        patience = 200ms;
    }
    return done.get();
}

} // namespace carillon::ctl
