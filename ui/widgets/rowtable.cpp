// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowtable.h"

#include "ui/delegates/statedelegate.h"
#include "ui/theme/tablestyle.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace carillon::ui {

RowTable::RowTable(int badgeRole, QWidget *parent)
    : QTableView(parent),
      m_delegate(new StateDelegate(badgeRole, this))
{
    // A style set on a widget is not handed on to its children, and not owned by it.
    auto *look = new TableStyle;
    look->setParent(this);
    for (QWidget *widget : std::initializer_list<QWidget *>{this, horizontalHeader()})
        widget->setStyle(look);
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setFirstSectionMovable(true);
    horizontalHeader()->setMinimumSectionSize(48);
    fitRowHeight();
    connect(this, &QTableView::doubleClicked, this, &RowTable::rowActivated);
}

void RowTable::setWidths(const QList<int> &widths, int stretched)
{
    QHeaderView *header = horizontalHeader();
    for (int column = 0; column < int(widths.size()); ++column)
        header->resizeSection(column, widths.at(column));
    header->setSectionResizeMode(stretched, QHeaderView::Stretch);
}

void RowTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    const QModelIndex current = currentIndex();
    if (!hasFocus() || !current.isValid())
        return;
    const int top = rowViewportPosition(current.row());
    const int width = std::min(viewport()->width(), horizontalHeader()->length());
    QPainter painter(viewport());
    painter.setPen(QPen(palette().color(QPalette::Active, QPalette::Highlight), 2));
    painter.drawRect(QRect(1, top + 1, width - 2, rowHeight(current.row()) - 2));
}

void RowTable::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && currentIndex().isValid())
        emit rowActivated(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void RowTable::mouseMoveEvent(QMouseEvent *event)
{
    setHoveredRow(rowAt(event->pos().y()));
    QTableView::mouseMoveEvent(event);
}

void RowTable::leaveEvent(QEvent *event)
{
    setHoveredRow(-1);
    QTableView::leaveEvent(event);
}

void RowTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        fitRowHeight();
    QTableView::changeEvent(event);
}

void RowTable::setHoveredRow(int row)
{
    if (row == m_hoveredRow)
        return;
    m_hoveredRow = row;
    m_delegate->setHoveredRow(row);
    viewport()->update();
}

void RowTable::fitRowHeight()
{
    verticalHeader()->setMinimumSectionSize(20);
    verticalHeader()->setDefaultSectionSize(std::max(28, fontMetrics().height() + 11));
}

} // namespace carillon::ui
