// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/rules.h"
#include "ui/editors/editorpart.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace carillon::ui {

class DurationEdit;

/// How a job behaves: when it is still running, when it is late, how long it may take and how it
/// is stopped.
class RulesEditor : public EditorPart
{
    Q_OBJECT

public:
    RulesEditor();

    std::vector<FieldChecks *> checks() const override { return {m_checks}; }

    Rules value() const;
    void setValue(const Rules &rules);

protected:
    void retranslate() override;

private:
    void buildOverlap(QFormLayout *form);
    void buildMissed(QFormLayout *form);
    void buildLimits(QFormLayout *form);
    void enableFields();
    void retranslateTips();

    Rules m_original; ///< keeps what has no field here
    FieldChecks *m_checks;
    QComboBox *m_overlap;
    QSpinBox *m_instances;
    QSpinBox *m_waiting;
    QComboBox *m_missed;
    DurationEdit *m_grace;
    QCheckBox *m_anyLateness;
    QCheckBox *m_hasTimeout;
    DurationEdit *m_timeout;
    DurationEdit *m_stopDelay;
    QLabel *m_overlapLabel;
    QLabel *m_instancesLabel;
    QLabel *m_missedLabel;
    QLabel *m_graceLabel;
    QLabel *m_timeoutLabel;
    QLabel *m_stopLabel;
};

} // namespace carillon::ui
