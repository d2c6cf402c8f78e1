// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/schedulepreview.h"

#include "core/triggers/jitter.h"
#include "core/triggers/schedulefacts.h"
#include "core/triggers/schedulenotes.h"
#include "core/triggers/scheduletext.h"
#include "ui/format/durationtext.h"

#include <QCoreApplication>

namespace carillon::ui {

using namespace std::chrono_literals;

namespace {

constexpr size_t shownTimes = 10;

struct PreviewWords
{
    Q_DECLARE_TR_FUNCTIONS(PreviewWords)
};

} // namespace

SchedulePreview previewOf(const std::optional<Trigger> &trigger, const JobId &job, Instant now,
                          const Zone &home, const QLocale &locale)
{
    SchedulePreview preview;
    preview.sentence = scheduleText(trigger, locale, home);
    if (!trigger)
        return preview;
    const ScheduleFacts facts = factsOf(*trigger, now, shownTimes);
    for (const Instant due : facts.next)
        preview.times.push_back(jitteredStart(*trigger, due, jitterSeed(job.text)));
    preview.rate = firingRateText(*trigger, facts);
    preview.notes = scheduleNotes(facts, now, locale);
    return preview;
}

QString gapText(Duration gap)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(gap);
    const auto days = std::chrono::floor<std::chrono::days>(seconds);
    if (gap < 1s)
        return durationText(gap);
    if (days.count() == 0)
        return lengthText(seconds);
    if (seconds == days)
        return PreviewWords::tr("%1 d").arg(days.count());
    return PreviewWords::tr("%1 d %2").arg(days.count()).arg(lengthText(seconds - days));
}

} // namespace carillon::ui
