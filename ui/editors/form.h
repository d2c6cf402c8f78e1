// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFormLayout>
#include <QLabel>

namespace carillon::ui {

class FieldMessage;

/// A form whose rows look alike in every tab of an editor.
QFormLayout *createForm(QWidget *parent = nullptr);

/// Adds label, field and, under the field, its message (may be null). The label is the field's
/// buddy; its text is set by the caller, again at each change of language.
QLabel *addField(QFormLayout *form, QWidget *field, FieldMessage *message = nullptr);

/// As addField, for fields side by side; the label's buddy is `first`.
QLabel *addFields(QFormLayout *form, QLayout *fields, QWidget *first,
                  FieldMessage *message = nullptr);

/// A label for remarks: wraps, in the colour of what is less important.
QLabel *createRemark(const QString &objectName);

} // namespace carillon::ui
