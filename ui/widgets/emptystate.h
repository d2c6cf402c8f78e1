// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace carillon::ui {

/// What stands where nothing is to show yet: an icon, one sentence, at most one button.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const QString &symbolName, QWidget *parent = nullptr);

    /// Without `button` there is none.
    void setText(const QString &sentence, const QString &button = {});

signals:
    void buttonClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintIcon();

    QString m_symbolName;
    QLabel *m_icon;
    QLabel *m_sentence;
    QPushButton *m_button;
};

} // namespace carillon::ui
