// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/rules.h"
#include "core/time/clock.h"
#include "core/triggers/trigger.h"
#include "ui/editors/editorpart.h"

#include <array>
#include <optional>

class QButtonGroup;
class QLabel;
class QPushButton;

namespace carillon::ui {

class TriggerPage;
class ZoneCombo;

/// When a job runs: once, at an interval, by a cron schedule, or only by hand. Each kind keeps what
/// was typed for it while another is chosen. Schedules of other kinds are shown and kept.
class TriggerEditor : public EditorPart
{
    Q_OBJECT

public:
    enum class Kind { Once, Interval, Cron, Other, Manual };

    explicit TriggerEditor(const Clock &clock);

    std::vector<FieldChecks *> checks() const override;

    /// Nothing for a job that runs only by hand; else the trigger, or what is wrong in which field.
    Result<std::optional<Trigger>> value() const;
    void setValue(const std::optional<Trigger> &trigger);

    /// The rules say what becomes of a time that has passed.
    void setRules(const Rules &rules);

protected:
    void retranslate() override;

private:
    void build();
    Kind kind() const;
    void chooseKind(Kind kind);
    void applyZone();
    TriggerPage *page() const;

    FieldChecks *m_checks;
    QButtonGroup *m_kinds;
    std::array<QPushButton *, 5> m_cards;
    std::array<TriggerPage *, 4> m_pages;
    Duration m_jitter = Duration::zero(); ///< of the schedule being edited
    QLabel *m_manualRemark;
    QLabel *m_zoneLabel;
    ZoneCombo *m_zone;
    QWidget *m_zoneRow;
};

} // namespace carillon::ui
