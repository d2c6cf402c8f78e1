// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/form.h"

#include "ui/editors/fieldmessage.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace carillon::ui {

namespace {

constexpr int labelCharacters = 20;
constexpr int buttonPadding = 16;

} // namespace

QFormLayout *createForm(QWidget *parent)
{
    auto *form = new QFormLayout(parent);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(10);
    return form;
}

int labelWidth(const QWidget *widget)
{
    return widget->fontMetrics().averageCharWidth() * labelCharacters;
}

QLabel *addField(QFormLayout *form, QWidget *field, FieldMessage *message, QLabel *remark)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(field);
    return addFields(form, row, field, message, remark);
}

QLabel *addFields(QFormLayout *form, QLayout *fields, QWidget *first, FieldMessage *message,
                  QLabel *remark)
{
    auto *label = new QLabel;
    label->setBuddy(first->focusProxy() ? first->focusProxy() : first);
    // As high as a line of input, so that both texts stand on one line.
    label->setMinimumHeight(label->fontMetrics().height() + 8);
    label->setMinimumWidth(labelWidth(label));
    label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addLayout(fields);
    if (message)
        column->addWidget(message);
    if (remark)
        column->addWidget(remark);
    form->addRow(label, column);
    return label;
}

void setButtonText(QPushButton *button, const QString &text)
{
    button->setMinimumWidth(0);
    button->setText(text);
    button->setMinimumWidth(button->sizeHint().width() + buttonPadding);
}

QLabel *createRemark(const QString &objectName)
{
    auto *label = new QLabel;
    label->setObjectName(objectName);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace carillon::ui
