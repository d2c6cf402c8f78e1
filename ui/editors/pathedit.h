// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QPushButton>

namespace carillon::ui {

/// A path, typed, dropped or chosen from a dialog.
class PathEdit : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { File, Folder };

    /// The line is named `name`, the button `name` with `Button` at the end.
    PathEdit(const QString &name, Kind kind);

    QString path() const { return m_line->text(); }
    void setPath(const QString &path);
    void setPlaceholderText(const QString &text) { m_line->setPlaceholderText(text); }
    /// For screen readers: what the path is for.
    void setSpokenName(const QString &name) { m_line->setAccessibleName(name); }

signals:
    void pathChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void choose();
    void retranslate();

    Kind m_kind;
    QLineEdit *m_line;
    QPushButton *m_button;
};

} // namespace carillon::ui
