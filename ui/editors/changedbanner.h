// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace carillon::ui {

/// Says in an editor that the job has changed elsewhere meanwhile, and asks what to do.
class ChangedBanner : public QFrame
{
    Q_OBJECT

public:
    ChangedBanner();

    void showChanged();
    void showRemoved();

signals:
    void reloadRequested();
    /// The user goes on with what stands in the editor; the banner has hidden itself.
    void keepRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    bool m_removed = false;
    QLabel *m_text;
    QPushButton *m_reload;
    QPushButton *m_keep;
};

} // namespace carillon::ui
