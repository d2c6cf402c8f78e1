// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/cronsyntax.h"
#include "ui/editors/editorpart.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace carillon::ui {

/// A cron schedule as one line of text in one of the text dialects. What is wrong with it stands
/// below, with a button to read it in another dialect where that may be what was meant.
class CronLine : public EditorPart
{
    Q_OBJECT

public:
    CronLine();

    std::vector<FieldChecks *> checks() const override { return {m_checks}; }

    QString text() const;
    /// As if nothing had been touched yet.
    void setValue(CronDialect dialect, const QString &text);

    /// What the text says; the mistake blames the field it is about, or else `expr`.
    Result<CronMasks, CronMistake> masks() const;
    /// The same mistake in the window's words.
    std::vector<Error> problems() const;

signals:
    void dialectWanted(carillon::CronDialect dialect);

protected:
    void retranslate() override;

private:
    void build();
    void refresh();
    std::optional<CronDialect> proposal() const;

    CronDialect m_dialect = CronDialect::Crontab;
    FieldChecks *m_checks;
    QLineEdit *m_edit;
    QLabel *m_label;
    QPushButton *m_switch;
    QLabel *m_hint;
    QLabel *m_rule;
};

} // namespace carillon::ui
