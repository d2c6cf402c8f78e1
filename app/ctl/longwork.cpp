// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/longwork.h"

#include "app/ctl/timetext.h"
#include "core/util/coretext.h"

#include <algorithm>
#include <future>

namespace carillon::ctl {

namespace {

using namespace std::chrono_literals;

constexpr auto unworthy = 300ms; // what is done at once needs no words
constexpr auto pace = 100ms;
constexpr int barWidth = 24;

QString bar(double share)
{
    const int full = int(share * barWidth);
    return QString(full, u'█') + QString(barWidth - full, u'░');
}

} // namespace

QString progressText(const QString &what, std::optional<double> share, Duration elapsed)
{
    if (!share)
        return u"%1 %2"_qs.arg(what, lengthText(elapsed));
    const double shown = std::clamp(*share, 0.0, 1.0);
    //: %1 what is being done, %2 a bar, %3 a number, %4 how long it has taken
    return CoreText::tr("%1 %2 %3 % %4")
        .arg(what, bar(shown))
        .arg(int(shown * 100))
        .arg(lengthText(elapsed));
}

Progress::Progress(Output &output, const QString &what)
    : m_output(output),
      m_what(what),
      m_begin(m_clock.elapsed()),
      m_nextTold(m_begin + unworthy)
{
}

void Progress::tell(std::optional<double> share)
{
    const Duration now = m_clock.elapsed();
    if (now < m_nextTold)
        return;
    m_nextTold = now + pace;
    m_output.progress(progressText(m_what, share, now - m_begin));
}

Result<> doLongWork(Output &output, const QString &what, const std::function<Result<>()> &work,
                    const std::function<std::optional<double>()> &share)
{
    Progress progress(output, what);
    std::future<Result<>> done = std::async(std::launch::async, work);
    while (done.wait_for(pace) != std::future_status::ready)
        progress.tell(share ? share() : std::nullopt);
    return done.get();
}

} // namespace carillon::ctl
