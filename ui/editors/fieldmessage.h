// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QWidget>

namespace carillon::ui {

/// The line under a field that says what is wrong with it, and the red frame round that field.
/// Takes no room while nothing is wrong. Its object name is that of what takes the focus in the
/// field, with `Message` at the end.
class FieldMessage : public QWidget
{
    Q_OBJECT

public:
    /// `field` may be null for what concerns no field in particular; else it must outlive us.
    explicit FieldMessage(QWidget *field);

    /// Empty: nothing is wrong. A new text is announced to assistive technology.
    void setProblem(const QString &text);
    QString problem() const { return m_text->text(); }
    QWidget *field() const { return m_field; }

    /// Stays hidden without a problem, also when a form shows the whole row.
    void setVisible(bool visible) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColours();

    QWidget *m_field;
    QWidget *m_input; ///< the part of the field that takes the focus
    QWidget *m_frame = nullptr;
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace carillon::ui
