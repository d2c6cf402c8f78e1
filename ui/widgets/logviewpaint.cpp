// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/logview.h"

#include "ui/theme/palettes.h"
#include "ui/theme/statecolors.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace carillon::ui {

namespace {

constexpr int errorBarWidth = 3;

} // namespace

void LogView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    painter.setFont(font());
    const int height = lineHeight();
    const int first = verticalScrollBar()->value();
    const int last = std::min(rowCount() - 1, first + viewport()->height() / height + 1);
    int widest = m_widest;
    for (int row = first; row <= last; ++row) {
        paintRow(painter, row, QRect(0, (row - first) * height, viewport()->width(), height));
        const int line = row - int(m_head.size());
        if (line >= 0 && line < lineCount())
            widest = std::max(widest, fontMetrics().horizontalAdvance(lineText(line)));
    }
    if (widest != m_widest) {
        // Only lines that were seen count, so the bar grows as one scrolls.
        m_widest = widest;
        QMetaObject::invokeMethod(this, &LogView::adjustScrollBars, Qt::QueuedConnection);
    }
}

void LogView::paintRow(QPainter &painter, int row, const QRect &rect) const
{
    const int line = row - int(m_head.size());
    const bool dark = isDark(palette());
    const QRect textRect = rect.adjusted(textLeft - horizontalScrollBar()->value(), 0, 0, 0);
    if (line < 0 || line >= lineCount()) {
        const bool isFoot = line >= 0;
        const ToneColors colors =
            toneColors(isFoot && m_failed ? Tone::Failure : Tone::Neutral, dark);
        painter.fillRect(rect, colors.tint);
        painter.setPen(colors.text);
        const QString &text = isFoot ? m_foot.at(line - lineCount()) : m_head.at(row);
        painter.drawText(rect.adjusted(textLeft, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                         text);
        return;
    }
    paintSelection(painter, line, textRect);
    const LogLine &content = m_text->lines()[size_t(line)];
    if (content.channel == OutputChannel::Err)
        painter.fillRect(QRect(rect.left(), rect.top(), errorBarWidth, rect.height()),
                         toneColors(Tone::Failure, dark).text);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QPoint(textRect.left(), rect.top() + 1 + fontMetrics().ascent()),
                     content.text);
}

void LogView::paintSelection(QPainter &painter, int line, const QRect &rect) const
{
    const Place from = std::min(m_anchor, m_caret);
    const Place to = std::max(m_anchor, m_caret);
    if (!hasSelection() || line < from.line || line > to.line)
        return;
    const QString &text = lineText(line);
    const auto x = [&](int column) {
        return rect.left() +
               fontMetrics().horizontalAdvance(text, std::min(column, int(text.size())));
    };
    const int left = line == from.line ? x(from.column) : rect.left();
    const int right = line == to.line ? x(to.column) : x(int(text.size())) + 6;
    QColor ground = palette().color(QPalette::Active, QPalette::Highlight);
    ground.setAlphaF(0.3f);
    painter.fillRect(QRect(left, rect.top(), right - left, rect.height()), ground);
}

} // namespace carillon::ui
