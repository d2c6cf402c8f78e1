// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/zone.h"
#include "core/triggers/cronshape.h"

namespace carillon {

/// How one language says schedules. Word order differs too much between languages for translated
/// pieces to fit together, so each has a grammar of its own.
class ScheduleGrammar
{
public:
    virtual ~ScheduleGrammar() = default;

    virtual QString manual() const = 0;
    virtual QString once(const QString &date, const QString &time) const = 0;
    /// `since` is a date with a time, or empty.
    virtual QString interval(Duration step, const QString &since) const = 0;
    /// Empty if there are no words for it.
    virtual QString cron(const CronShape &shape) const = 0;

    virtual QString zoneSuffix(const QString &zoneId) const = 0;
    /// Either may be empty.
    virtual QString windowSuffix(const QString &from, const QString &until) const = 0;
    virtual QString custom(const QString &expression) const = 0;
};

const ScheduleGrammar &englishGrammar();
const ScheduleGrammar &chineseGrammar();

/// `09:00`, with seconds only if there are any.
QString clockText(int secondOfDay);

/// Clock times in the language's order, joined later by it.
QStringList clockTexts(const std::vector<int> &secondsOfDay);

/// A length as its parts, largest first: {90 s} is 1 minute and 30 seconds.
struct LengthPart
{
    enum class Unit : std::uint8_t { Week, Day, Hour, Minute, Second };
    Unit unit;
    QString number; ///< `1`, `0.5`
};
std::vector<LengthPart> lengthParts(Duration length);

/// `1, 2 and 3`, `1、2、3`.
QString listed(const QStringList &items, const QString &comma, const QString &last);

/// UTC under any of its names.
bool isUtc(const QString &zoneId);
/// `Asia/Tokyo` → `Tokyo`, `America/New_York` → `New York`.
QString cityOf(const QString &zoneId);
/// `UTC+08:00` for a fixed offset, `UTC` for UTC, else empty.
QString fixedZoneText(const QString &zoneId);

} // namespace carillon
