// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFormLayout>
#include <QLabel>

class QPushButton;

namespace carillon::ui {

class FieldMessage;

/// A form whose rows look alike in every tab of an editor.
QFormLayout *createForm(QWidget *parent = nullptr);

/// The room labels take, so that fields of forms under each other stand in one line.
int labelWidth(const QWidget *widget);

/// Adds label, field and, under the field, its message and a remark (both may be null). The label
/// is the field's buddy; its text is set by the caller, again at each change of language.
QLabel *addField(QFormLayout *form, QWidget *field, FieldMessage *message = nullptr,
                 QLabel *remark = nullptr);

/// As addField, for fields side by side; the label's buddy is `first`.
QLabel *addFields(QFormLayout *form, QLayout *fields, QWidget *first,
                  FieldMessage *message = nullptr, QLabel *remark = nullptr);

/// Sets the text of a button and gives it room on both sides.
void setButtonText(QPushButton *button, const QString &text);

/// A label for remarks: wraps, in the colour of what is less important.
QLabel *createRemark(const QString &objectName);

} // namespace carillon::ui
