// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/trigger.h"
#include "core/util/result.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace carillon {

/// When a task of kinit runs, in kinit's own words.
struct KinitSchedule
{
    QString strategy = {};   ///< interval, cron, date, once
    QString expression = {}; ///< what the strategy wants; once has none
    QString start = {};      ///< `YYYY-MM-DD HH:MM:SS`, empty: none; interval and cron only
    QString end = {};
    QString zone = {}; ///< an IANA name

    bool operator==(const KinitSchedule &) const = default;
};

/// Asia/Shanghai, where kinit's clocks hang.
QString kinitZone();

/// The arguments of an interval: five fields for seconds, minutes, hours, days and weeks, where `*`
/// is 0. Refused is what is not above 0 altogether.
Result<QJsonObject> readKinitInterval(const QString &expression);

/// The trigger of a job object. Dates are on the clocks of `zone`, and in cron every `*` stands for
/// every value: kinit takes some for 0. Of `once` it is `manual`. The error begins with what kinit
/// says; its details, and dates that are none, are for whoever reads the trigger.
Result<QJsonValue> readKinitSchedule(const KinitSchedule &schedule);

/// The schedule of any job, as near as kinit's words come: readable by readKinitSchedule() for
/// intervals of whole seconds, dates and what cron can say; else for people. No trigger is `once`.
KinitSchedule writeKinitSchedule(const std::optional<Trigger> &trigger);

/// `YYYY-MM-DD HH:MM:SS` on the clocks of `zone`.
QString kinitTime(Instant instant, const Zone &zone);

} // namespace carillon
