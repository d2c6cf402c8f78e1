// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/clock.h"
#include "ui/editors/triggerpage.h"

class QLabel;
class QPushButton;

namespace carillon::ui {

class MomentEdit;

/// One date and time, with quick picks and a remark on times that have passed or do not exist.
class OncePage : public TriggerPage
{
    Q_OBJECT

public:
    explicit OncePage(const Clock &clock);

    std::vector<FieldChecks *> checks() const override { return {m_checks}; }
    Result<Trigger> value() const override;
    void setValue(const Trigger &trigger) override;
    void setZone(const Zone &zone) override;
    void setRules(const Rules &rules) override;

protected:
    void retranslate() override;

private:
    void build();
    void pick(Instant instant);
    /// The next time the wall clock shows `hour`, today or tomorrow.
    Instant next(std::chrono::hours hour) const;
    void updateRemark();
    QString passedRemark(Duration late) const;
    QString clockChangeRemark() const;

    const Clock &m_clock;
    Zone m_zone;
    Rules m_rules;
    std::optional<Instant> m_saved; ///< the time the job has already
    FieldChecks *m_checks;
    MomentEdit *m_moment;
    QLabel *m_momentLabel;
    QPushButton *m_soon;
    QPushButton *m_tonight;
    QPushButton *m_tomorrow;
    QLabel *m_remark;
};

} // namespace carillon::ui
