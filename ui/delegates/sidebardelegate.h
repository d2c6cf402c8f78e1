// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace carillon::ui {

/// Paints an entry of the sidebar: icon, text, and a number at the right.
class SidebarDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Of an item: name of its icon, its number (none: not shown), its tone as int (none: plain).
    enum Role { SymbolRole = Qt::UserRole, CountRole, ToneRole, CompactRole };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace carillon::ui
