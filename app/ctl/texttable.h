// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace carillon::ctl {

/// Rows under headings, in columns as wide as their widest cell; the last one is not padded.
/// Control characters in cells are shown as `?`: names may come from anywhere.
QString textTable(const QStringList &headings, const QList<QStringList> &rows);

} // namespace carillon::ctl
