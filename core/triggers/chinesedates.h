// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/cronshape.h"

#include <QStringList>

/// The parts of Chinese sentences that speak of dates.
namespace carillon::chinese {

/// "1、3、5 至 7"
QString numbersText(const std::vector<int> &numbers);

/// "每周一", "每月最后一天", "每月 13 日且为周五时".
QString datesText(const CronShape &shape);

} // namespace carillon::chinese
