// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/clock.h"
#include "core/triggers/cronmistake.h"
#include "ui/editors/triggerpage.h"

class QComboBox;
class QLabel;
class QMenu;
class QPushButton;

namespace carillon::ui {

class CronFieldGrid;
class CronLine;
class CronOptionsEdit;

/// A cron trigger in one of the syntaxes, as a line of text or as the eight fields that APScheduler
/// has; its limits, and what it does when the clocks change.
class CronPage : public TriggerPage
{
    Q_OBJECT

public:
    explicit CronPage(const Clock &clock);

    std::vector<FieldChecks *> checks() const override;
    Result<Trigger> value() const override;
    void setValue(const Trigger &trigger) override;
    void setZone(const Zone &zone) override;

protected:
    void retranslate() override;

private:
    void build();
    void buildPresets();
    void applyPreset(const CronTexts &texts);
    bool hasFields() const { return m_dialect == CronDialect::ApschedulerFields; }
    CronNotation notation() const;
    Result<CronMasks, CronMistake> masks() const;
    void offer(CronDialect dialect);
    void select(CronDialect dialect);
    void changeDialect(CronDialect dialect);
    bool write(CronDialect dialect, const CronMasks &masks);
    void noteEdit();

    Zone m_zone;
    CronDialect m_dialect = CronDialect::ApschedulerFields;
    std::optional<CronNotation> m_before; ///< what the last change of syntax left, until an edit
    QComboBox *m_syntax;
    QLabel *m_syntaxLabel;
    QLabel *m_syntaxRemark;
    CronLine *m_line;
    CronFieldGrid *m_grid;
    QPushButton *m_presets;
    QMenu *m_presetMenu;
    CronOptionsEdit *m_options;
};

} // namespace carillon::ui
