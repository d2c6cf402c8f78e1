// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace carillon::ui {

class StateDelegate;

/// A table of single-line rows that are pointed at, chosen and focused as a whole.
class RowTable : public QTableView
{
    Q_OBJECT

public:
    explicit RowTable(int badgeRole, QWidget *parent = nullptr);

    /// One width per column; `stretched` takes what is left.
    void setWidths(const QList<int> &widths, int stretched);

signals:
    /// Enter was pressed on, or a double click went to, a row.
    void rowActivated(const QModelIndex &index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setHoveredRow(int row);
    void fitRowHeight();

    StateDelegate *m_delegate;
    int m_hoveredRow = -1;
};

} // namespace carillon::ui
