// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QTimer;
class QToolButton;

namespace carillon::ui {

/// One message above the page: an icon, a sentence, at most one button, and a cross.
class Banner : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Info, Fault };

    explicit Banner(Kind kind, QWidget *parent = nullptr);

    void setText(const QString &sentence, const QString &button = {});
    QString text() const;

signals:
    void buttonClicked();
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void paintIcon();
    void retranslate();

    Kind m_kind;
    QLabel *m_icon;
    QLabel *m_sentence;
    QPushButton *m_button;
    QToolButton *m_close;
};

/// Up to three banners: what keeps the scheduler from its work, what went wrong with the last
/// request, and what can be undone.
class BannerStrip : public QWidget
{
    Q_OBJECT

public:
    explicit BannerStrip(QWidget *parent = nullptr);

    /// Stays until the fault is over; empty hides it.
    void showFault(const QString &sentence);
    /// Stays until it is closed or replaced.
    void showError(const QString &sentence);
    /// Stays for 30 seconds.
    void showUndo(const QString &sentence, const QString &button);
    void hideUndo();

signals:
    void undoRequested();

private:
    Banner *m_fault;
    Banner *m_error;
    Banner *m_undo;
    QTimer *m_undoTimer;
};

} // namespace carillon::ui
