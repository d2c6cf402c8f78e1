// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/cronsyntax.h"
#include "ui/editors/editorpart.h"

#include <array>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace carillon::ui {

/// A cron schedule as the eight fields that APScheduler has.
class CronFieldGrid : public EditorPart
{
    Q_OBJECT

public:
    CronFieldGrid();

    std::vector<FieldChecks *> checks() const override { return {m_checks}; }

    /// Nothing for the fields left empty.
    CronTexts texts() const;
    /// As if nothing had been touched yet.
    void setTexts(const CronTexts &texts);

    /// What the fields say.
    Result<CronMasks, CronMistake> masks() const;
    /// What is wrong with them, in reading order.
    std::vector<Error> problems() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void retranslate() override;

private:
    void build();
    void buildFields(QGridLayout *grid);
    void explainField(CronField field);

    FieldChecks *m_checks;
    CronField m_explained = CronField::Minute;
    std::array<QLineEdit *, cronFieldCount> m_edits;
    std::array<QLabel *, cronFieldCount> m_labels;
    QLabel *m_hint;
    QLabel *m_rule;
};

} // namespace carillon::ui
