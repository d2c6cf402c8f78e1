// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace carillon::ui {

/// Paints the cells of a model's badge role as badges, all others as text, on a tint under the
/// pointer and another under the selection that leave the badges' colours legible.
class StateDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit StateDelegate(int badgeRole, QObject *parent = nullptr);

    /// The row under the pointer; -1 for none.
    void setHoveredRow(int row) { m_hoveredRow = row; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_badgeRole;
    int m_hoveredRow = -1;
};

} // namespace carillon::ui
