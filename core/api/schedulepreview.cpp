// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/schedulepreview.h"

#include "core/triggers/clockremarks.h"
#include "core/triggers/scheduletext.h"

#include <QJsonArray>

namespace carillon {

namespace {

QString remarkWord(ClockRemark::Kind kind)
{
    switch (kind) {
    case ClockRemark::Kind::Skipped: return u"skipped"_qs;
    case ClockRemark::Kind::Moved: return u"moved"_qs;
    case ClockRemark::Kind::RunsOnce: return u"runs_once"_qs;
    case ClockRemark::Kind::RunsTwice: return u"runs_twice"_qs;
    case ClockRemark::Kind::OtherClock: return u"other_clock"_qs;
    }
    return {};
}

/// `2026-03-29T02:30:00`
QString wallText(LocalTime time)
{
    return toIso(Instant(time.time_since_epoch())).chopped(6);
}

QJsonArray remarksOf(const Trigger &trigger, Instant from, Instant until)
{
    QJsonArray remarks;
    for (const ClockRemark &remark : clockRemarks(trigger, from, until)) {
        remarks.append(QJsonObject{{u"kind"_qs, remarkWord(remark.kind)},
                                   {u"change"_qs, toIso(remark.change, remark.zone)},
                                   {u"timezone"_qs, remark.zone.id()},
                                   {u"written"_qs, wallText(remark.written.first)},
                                   {u"runs"_qs, wallText(remark.runs.first)}});
    }
    return remarks;
}

} // namespace

QJsonObject previewObject(const SchedulePreview &preview)
{
    QJsonObject object{{u"words"_qs, scheduleText(preview.trigger, preview.locale, preview.home)},
                       {u"expression"_qs, scheduleExpression(preview.trigger)}};
    QJsonArray times;
    QJsonArray remarks;
    if (preview.trigger && preview.count > 0) {
        const Trigger &trigger = *preview.trigger;
        Instant last = preview.from;
        auto next = preview.first ? preview.first : trigger.first(preview.from);
        while (next && times.size() < preview.count) {
            times.append(toIso(*next, trigger.zoneAt(*next)));
            last = *next;
            next = trigger.first(std::max(*next, preview.from) + Duration(1));
        }
        if (last > preview.from)
            remarks = remarksOf(trigger, preview.from, last);
    }
    object.insert(u"next"_qs, times);
    object.insert(u"remarks"_qs, remarks);
    return object;
}

} // namespace carillon
