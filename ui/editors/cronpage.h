// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/clock.h"
#include "core/triggers/cronmistake.h"
#include "ui/editors/triggerpage.h"

#include <array>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace carillon::ui {

class CronLine;
class FieldMessage;
class OptionalMomentEdit;

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
    void setZone(const Zone &zone) override { m_zone = zone; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void retranslate() override;

private:
    void build();
    void buildFields(QGridLayout *grid);
    void buildPresets();
    void applyPreset(const CronTexts &texts);
    void setFields(const CronTexts &texts);
    bool hasFields() const { return m_dialect == CronDialect::ApschedulerFields; }
    CronNotation notation() const;
    Result<CronMasks, CronMistake> masks() const;
    void offer(CronDialect dialect);
    void select(CronDialect dialect);
    void changeDialect(CronDialect dialect);
    bool write(CronDialect dialect, const CronMasks &masks);
    void noteEdit();
    CronTexts texts() const;
    CronOptions options() const;
    std::vector<Error> problems() const;
    void explainField(CronField field);

    Zone m_zone;
    CronField m_explained = CronField::Minute;
    FieldChecks *m_checks;
    CronDialect m_dialect = CronDialect::ApschedulerFields;
    std::optional<CronNotation> m_before; ///< what the last change of syntax left, until an edit
    QComboBox *m_syntax;
    QLabel *m_syntaxLabel;
    QLabel *m_syntaxRemark;
    CronLine *m_line;
    QWidget *m_grid;
    std::array<QLineEdit *, cronFieldCount> m_edits;
    std::array<QLabel *, cronFieldCount> m_labels;
    QPushButton *m_presets;
    QMenu *m_presetMenu;
    QLabel *m_hint;
    QLabel *m_rule;
    OptionalMomentEdit *m_start;
    OptionalMomentEdit *m_end;
    QComboBox *m_gap;
    QComboBox *m_overlap;
    QLabel *m_startLabel;
    QLabel *m_endLabel;
    QLabel *m_gapLabel;
    QLabel *m_overlapLabel;
};

} // namespace carillon::ui
