// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/environmenttable.h"

#include "ui/editors/form.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace carillon::ui {

namespace {

Error refusal(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, u"env"_qs};
}

} // namespace

EnvironmentTable::EnvironmentTable(const QString &name)
    : m_table(new QTableWidget(0, 2)),
      m_add(new QPushButton),
      m_remove(new QPushButton)
{
    setObjectName(name);
    m_table->setObjectName(name + u"Table"_qs);
    m_add->setObjectName(name + u"AddButton"_qs);
    m_remove->setObjectName(name + u"RemoveButton"_qs);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->setFixedHeight(fontMetrics().height() * 7);
    auto *buttons = new QVBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    layout->addLayout(buttons);
    setFocusProxy(m_table);
    connect(m_table, &QTableWidget::cellChanged, this, &EnvironmentTable::valueChanged);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({}, {});
        m_table->setCurrentCell(m_table->rowCount() - 1, 0);
        m_table->editItem(m_table->currentItem());
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_table->removeRow(m_table->currentRow());
        emit valueChanged();
    });
    connect(m_table, &QTableWidget::currentCellChanged, m_remove,
            [this](int row) { m_remove->setEnabled(row >= 0); });
    m_remove->setEnabled(false);
    retranslate();
}

EnvironmentTable::~EnvironmentTable()
{
    m_table->disconnect(this); // it commits an open cell as it goes, when we are half gone
}

Result<QMap<QString, QString>> EnvironmentTable::value() const
{
    QMap<QString, QString> environment;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString name = text(row, 0);
        if (name.isEmpty() && text(row, 1).isEmpty())
            continue;
        if (name.isEmpty())
            return refusal(tr("The variable with the value “%1” has no name.").arg(text(row, 1)));
        if (name.contains(u'='))
            return refusal(tr("“%1” is not a name for a variable — leave out the “=”.").arg(name));
        if (environment.contains(name))
            return refusal(tr("“%1” is given twice — keep one of them.").arg(name));
        environment.insert(name, text(row, 1));
    }
    return environment;
}

void EnvironmentTable::setValue(const QMap<QString, QString> &environment)
{
    const QSignalBlocker quiet(this);
    m_table->setRowCount(0);
    for (auto it = environment.begin(); it != environment.end(); ++it)
        addRow(it.key(), it.value());
}

void EnvironmentTable::addRow(const QString &name, const QString &value)
{
    const QSignalBlocker quiet(m_table);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(name));
    m_table->setItem(row, 1, new QTableWidgetItem(value));
}

QString EnvironmentTable::text(int row, int column) const
{
    const QTableWidgetItem *item = m_table->item(row, column);
    return item ? item->text() : QString();
}

void EnvironmentTable::retranslate()
{
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Value")});
    m_table->setAccessibleName(tr("Environment variables"));
    setButtonText(m_add, tr("Add variable"));
    setButtonText(m_remove, tr("Remove variable"));
}

} // namespace carillon::ui
