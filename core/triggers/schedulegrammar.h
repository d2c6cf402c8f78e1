// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/zone.h"
#include "core/triggers/calendarintervaltrigger.h"
#include "core/triggers/cronshape.h"

namespace carillon {

/// What a schedule leaves out, each list in the order to be said.
struct ScheduleExceptions
{
    QStringList schedules; ///< as ScheduleGrammar says them
    int unsaid = 0;        ///< further schedules, too long to be said
    QStringList dates;     ///< `2026-12-25`
};

/// How one language says schedules. Word order differs too much between languages for translated
/// pieces to fit together, so each has a grammar of its own.
///
/// What is said of one schedule may stand within a longer sentence; sentence() makes it one.
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
    /// Its dates alone: "every Sunday".
    virtual QString dates(const CronShape &shape) const = 0;
    virtual QString calendar(const CalendarStep &step, CivilDate start, int secondOfDay) const = 0;

    virtual QString zoneSuffix(const QString &zoneId) const = 0;
    /// Either may be empty.
    virtual QString windowSuffix(const QString &from, const QString &until) const = 0;

    virtual QString jitterSuffix(Duration jitter) const = 0;

    /// Any of the schedules, or only what all of them have.
    virtual QString either(const QStringList &schedules) const = 0;
    virtual QString all(const QStringList &schedules) const = 0;
    virtual QString except(const QString &schedule, const ScheduleExceptions &what) const = 0;

    virtual QString sentence(const QString &schedule) const = 0;
    virtual QString custom(const QString &expression) const = 0;
};

const ScheduleGrammar &englishGrammar();
const ScheduleGrammar &chineseGrammar();

/// `09:00`, with seconds only if there are any.
QString clockText(int secondOfDay);

/// Clock times in the language's order, joined later by it.
QStringList clockTexts(const std::vector<int> &secondsOfDay);

/// Both ends of a window, with seconds if either has any.
std::pair<QString, QString> clockTexts(const CronRhythm::Window &window);

/// `2026-12-25`
QString dateText(CivilDate date);

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
