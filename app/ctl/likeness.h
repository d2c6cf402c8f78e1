// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace carillon::ctl {

/// How many letters must be added, left out or replaced to make one of the other.
int editDistance(QStringView one, QStringView other);

/// What was probably meant; empty if nothing is near.
QString mostAlike(const QString &word, const QStringList &accepted);

} // namespace carillon::ctl
