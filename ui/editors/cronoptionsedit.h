// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/clock.h"
#include "core/triggers/crontrigger.h"
#include "ui/editors/editorpart.h"

class QComboBox;
class QFormLayout;
class QLabel;

namespace carillon::ui {

class OptionalMomentEdit;

/// From when until when a cron schedule counts, and what it does when the clocks change.
class CronOptionsEdit : public EditorPart
{
    Q_OBJECT

public:
    explicit CronOptionsEdit(const Clock &clock);

    std::vector<FieldChecks *> checks() const override { return {m_checks}; }

    CronOptions options() const;
    /// As if nothing had been touched yet.
    void setOptions(const CronOptions &options, const Zone &zone);
    /// The zone in which times are written. What stands in the fields stays as it is.
    void setZone(const Zone &zone) { m_zone = zone; }

    /// An end before the start; nothing if all is well.
    std::vector<Error> problems() const;

protected:
    void retranslate() override;

private:
    void build();
    void buildPolicies(QFormLayout *form);

    Zone m_zone;
    FieldChecks *m_checks;
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
