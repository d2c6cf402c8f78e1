// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/form.h"

#include "ui/editors/fieldmessage.h"

#include <QVBoxLayout>

namespace carillon::ui {

namespace {

/// Forms that stand under each other have their fields in one line.
constexpr int labelCharacters = 16;

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

QLabel *addField(QFormLayout *form, QWidget *field, FieldMessage *message)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(field);
    return addFields(form, row, field, message);
}

QLabel *addFields(QFormLayout *form, QLayout *fields, QWidget *first, FieldMessage *message)
{
    auto *label = new QLabel;
    label->setBuddy(first);
    // As high as a line of input, so that both texts stand on one line.
    label->setMinimumHeight(first->sizeHint().height());
    label->setMinimumWidth(label->fontMetrics().averageCharWidth() * labelCharacters);
    label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(fields);
    if (message)
        column->addWidget(message);
    form->addRow(label, column);
    return label;
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
