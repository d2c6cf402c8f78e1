// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/logview.h"

#include <QFontDatabase>
#include <QScopedValueRollback>
#include <QScrollBar>

using namespace Qt::StringLiterals;

// Content and scrolling; painting is in logviewpaint.cpp, mouse and keys in logviewinput.cpp.
namespace carillon::ui {

LogView::LogView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setObjectName(u"logView"_s);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Run log"));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::noticeScrolling);
}

void LogView::setText(const LogText *text)
{
    m_text = text;
    m_anchor = {};
    m_caret = {};
    m_widest = 0;
    horizontalScrollBar()->setValue(0);
    textChanged();
}

void LogView::textChanged(int linesAbove)
{
    const int top = verticalScrollBar()->value();
    m_anchor.line = std::max(0, m_anchor.line + linesAbove);
    m_caret.line = std::max(0, m_caret.line + linesAbove);
    adjustScrollBars();
    if (linesAbove != 0 && !m_following) {
        const QScopedValueRollback adjusting(m_adjusting, true);
        verticalScrollBar()->setValue(top + linesAbove);
    }
    viewport()->update();
}

void LogView::setFrameLines(const QStringList &head, const QStringList &foot, bool failed)
{
    if (head == m_head && foot == m_foot && failed == m_failed)
        return;
    m_head = head;
    m_foot = foot;
    m_failed = failed;
    textChanged();
}

void LogView::setFollowing(bool following)
{
    const bool changed = following != m_following;
    m_following = following;
    if (following)
        adjustScrollBars();
    if (changed)
        emit followingChanged(following);
}

int LogView::lineHeight() const
{
    return fontMetrics().height() + 2;
}

int LogView::lineCount() const
{
    return m_text ? int(m_text->lines().size()) : 0;
}

int LogView::rowCount() const
{
    return int(m_head.size()) + lineCount() + int(m_foot.size());
}

const QString &LogView::lineText(int line) const
{
    return m_text->lines()[size_t(line)].text;
}

void LogView::adjustScrollBars()
{
    const QScopedValueRollback adjusting(m_adjusting, true);
    const int visible = std::max(1, viewport()->height() / lineHeight());
    QScrollBar *vertical = verticalScrollBar();
    vertical->setPageStep(visible);
    vertical->setRange(0, std::max(0, rowCount() - visible));
    if (m_following)
        vertical->setValue(vertical->maximum());
    QScrollBar *horizontal = horizontalScrollBar();
    horizontal->setPageStep(viewport()->width());
    horizontal->setSingleStep(fontMetrics().averageCharWidth() * 4);
    horizontal->setRange(0, std::max(0, m_widest + 40 - viewport()->width()));
}

/// A person scrolled: the end means follow, anything above means stay.
void LogView::noticeScrolling()
{
    viewport()->update();
    if (m_adjusting)
        return;
    setFollowing(verticalScrollBar()->value() == verticalScrollBar()->maximum());
    if (verticalScrollBar()->value() == 0 && verticalScrollBar()->maximum() > 0)
        emit topReached();
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    adjustScrollBars();
}

QString LogView::copyText() const
{
    if (!m_text || lineCount() == 0)
        return {};
    const Place last{lineCount() - 1, int(lineText(lineCount() - 1).size())};
    const Place from = hasSelection() ? std::min(m_anchor, m_caret) : Place{};
    const Place to = hasSelection() ? std::min(std::max(m_anchor, m_caret), last) : last;
    QStringList lines;
    for (int line = from.line; line <= to.line; ++line) {
        const QString &text = lineText(line);
        const int begin = line == from.line ? from.column : 0;
        const int end = line == to.line ? to.column : int(text.size());
        lines << text.mid(begin, end - begin);
    }
    return lines.join(u'\n');
}

} // namespace carillon::ui
