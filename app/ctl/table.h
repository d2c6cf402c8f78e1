// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/terminal.h"

#include <QList>
#include <QStringList>

namespace carillon::ctl {

struct Cell
{
    QString text;
    Tone tone = Tone::Plain;
};

/// Rows under headings. On a terminal in columns that fit its width, the widest ones elided; else
/// without headings, whole, separated by tabs: for `cut` and `awk`.
struct Table
{
    QStringList headings;
    QList<QList<Cell>> rows = {};

    QString text(const Terminal &terminal) const;
};

/// Names and what they stand for, below each other, the names in a column of their own.
QString pairsText(const QList<std::pair<QString, Cell>> &pairs, const Terminal &terminal);

} // namespace carillon::ctl
