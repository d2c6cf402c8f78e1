// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/logtext.h"

#include <QAbstractScrollArea>

#include <compare>

namespace carillon::ui {

/// Shows the lines of a log, and lines of our own before and after them. Paints only what is
/// visible, so its cost does not depend on the length of the log.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LogView(QWidget *parent = nullptr);

    /// `text` must outlive the view; call textChanged() whenever it has changed.
    void setText(const LogText *text);
    /// `linesAbove` lines came in on top (or went, if negative): what is visible stays in place.
    void textChanged(int linesAbove = 0);
    /// Lines of ours; the feet of a run that went wrong are painted in red.
    void setFrameLines(const QStringList &head, const QStringList &foot, bool failed);

    bool isFollowing() const { return m_following; }
    /// Following keeps the last line in sight; scrolling up ends it, scrolling to the end begins
    /// it.
    void setFollowing(bool following);

    /// The selected text, or the whole log if nothing is selected; never our own lines.
    QString copyText() const;
    bool hasSelection() const { return m_anchor != m_caret; }

public slots:
    void copy() const;
    void selectAll();

signals:
    void followingChanged(bool following);
    /// The first line is in sight: older ones may be wanted.
    void topReached();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Place ///< a character: its line among those of the log, and its number there
    {
        int line = 0;
        int column = 0;
        auto operator<=>(const Place &) const = default;
    };

    static constexpr int textLeft = 10;

    int lineHeight() const;
    int lineCount() const;
    int rowCount() const;
    const QString &lineText(int line) const;
    Place placeAt(const QPoint &position) const;
    void adjustScrollBars();
    void noticeScrolling();
    void paintRow(QPainter &painter, int row, const QRect &rect) const;
    void paintSelection(QPainter &painter, int line, const QRect &rect) const;

    const LogText *m_text = nullptr;
    QStringList m_head;
    QStringList m_foot;
    bool m_failed = false;
    bool m_following = true;
    bool m_adjusting = false;
    int m_widest = 0; ///< of the lines seen so far, in pixels
    Place m_anchor;
    Place m_caret;
};

} // namespace carillon::ui
