// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"
#include "ui/editors/editorpart.h"

#include <QMap>

class QPushButton;
class QTableWidget;

namespace carillon::ui {

/// Environment variables as rows of name and value. Rows left wholly empty do not count.
class EnvironmentTable : public EditorPart
{
    Q_OBJECT

public:
    explicit EnvironmentTable(const QString &name);
    ~EnvironmentTable() override;

    std::vector<FieldChecks *> checks() const override { return {}; }

    /// Refused, with field `env`: a missing name, `=` in a name, a name given twice.
    Result<QMap<QString, QString>> value() const;
    void setValue(const QMap<QString, QString> &environment);

protected:
    void retranslate() override;

private:
    void addRow(const QString &name, const QString &value);
    QString text(int row, int column) const;

    QTableWidget *m_table;
    QPushButton *m_add;
    QPushButton *m_remove;
};

} // namespace carillon::ui
