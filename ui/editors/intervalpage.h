// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/clock.h"
#include "ui/editors/triggerpage.h"

class QLabel;

namespace carillon::ui {

class DurationEdit;
class OptionalMomentEdit;

/// Every so often, from a start to an end, both of which may be left open. Without a start it
/// counts from the moment the value is asked for.
class IntervalPage : public TriggerPage
{
    Q_OBJECT

public:
    explicit IntervalPage(const Clock &clock);

    std::vector<FieldChecks *> checks() const override { return {m_checks}; }
    Result<Trigger> value() const override;
    void setValue(const Trigger &trigger) override;
    void setZone(const Zone &zone) override;

protected:
    void retranslate() override;

private:
    void build();
    std::vector<Error> problems() const;
    Instant start() const;

    const Clock &m_clock;
    Zone m_zone;
    std::optional<Instant> m_openStart; ///< shown, but nobody chose it
    FieldChecks *m_checks;
    DurationEdit *m_step;
    OptionalMomentEdit *m_start;
    OptionalMomentEdit *m_end;
    QLabel *m_stepLabel;
    QLabel *m_limitsLabel;
    QLabel *m_endLabel;
    QLabel *m_startRemark;
    QLabel *m_driftRemark;
};

} // namespace carillon::ui
