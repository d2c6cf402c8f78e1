// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/cronshape.h"

#include <QStringList>

/// The parts of English sentences that speak of dates.
namespace carillon::english {

/// "1, 2 and 3"
QString andList(const QStringList &items);

/// "day 13", "days 1, 3 and 5 to 7".
QString counted(const QString &noun, const std::vector<int> &numbers);

/// "every Monday", "on the last day of every month", "on day 13 when it is a Friday".
QString datesText(const CronShape &shape);

/// " in June", " from 2027 to 2029"; empty if of all time.
QString periodText(const CronShape &shape);

/// "on 1 January", without the "every year" that goes before it.
QString dayOfYear(const CronShape &shape);

/// Whether dayOfYear() can say the dates.
bool isDayOfYear(const CronShape &shape);

} // namespace carillon::english
