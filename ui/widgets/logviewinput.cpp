// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/logview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace carillon::ui {

void LogView::copy() const
{
    QGuiApplication::clipboard()->setText(copyText());
}

void LogView::selectAll()
{
    if (lineCount() == 0)
        return;
    m_anchor = {};
    m_caret = {lineCount() - 1, int(lineText(lineCount() - 1).size())};
    viewport()->update();
}

LogView::Place LogView::placeAt(const QPoint &position) const
{
    if (lineCount() == 0)
        return {};
    const int row = verticalScrollBar()->value() + position.y() / lineHeight();
    const int line = std::clamp(row - int(m_head.size()), 0, lineCount() - 1);
    const QString &text = lineText(line);
    const int x = position.x() - textLeft + horizontalScrollBar()->value();
    int low = 0;
    int high = int(text.size());
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        if (fontMetrics().horizontalAdvance(text, middle) <= x)
            low = middle;
        else
            high = middle - 1;
    }
    return {line, low};
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_caret = placeAt(event->pos());
    if (!(event->modifiers() & Qt::ShiftModifier))
        m_anchor = m_caret;
    viewport()->update();
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    m_caret = placeAt(event->pos());
    QScrollBar *bar = verticalScrollBar();
    if (event->pos().y() < 0)
        bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
    else if (event->pos().y() > viewport()->height())
        bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    viewport()->update();
}

/// Selects the line.
void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (lineCount() == 0)
        return;
    const int line = placeAt(event->pos()).line;
    m_anchor = {line, 0};
    m_caret = {line, int(lineText(line).size())};
    viewport()->update();
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Copy"), this, &LogView::copy);
    menu->addAction(tr("Select &all"), this, &LogView::selectAll);
    menu->popup(event->globalPos());
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->key() == Qt::Key_Home)
        bar->triggerAction(QAbstractSlider::SliderToMinimum);
    else if (event->key() == Qt::Key_End)
        setFollowing(true);
    else if (event->key() == Qt::Key_Up)
        bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
    else if (event->key() == Qt::Key_Down)
        bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    else if (event->key() == Qt::Key_PageUp)
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
    else if (event->key() == Qt::Key_PageDown)
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void LogView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Run log"));
    if (event->type() == QEvent::FontChange)
        adjustScrollBars();
    QAbstractScrollArea::changeEvent(event);
}

} // namespace carillon::ui
