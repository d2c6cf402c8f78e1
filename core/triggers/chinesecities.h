// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace carillon::chinese {

/// The Chinese names of cities in zone names: the ones people schedule for; others keep the name
/// of the tz database.
const QHash<QString, QString> &cities();

} // namespace carillon::chinese
