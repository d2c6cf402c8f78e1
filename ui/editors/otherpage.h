// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/triggerpage.h"

class QLabel;
class QPlainTextEdit;

namespace carillon::ui {

class FieldChecks;

/// A schedule that this window cannot edit: shows its definition and gives it back unchanged.
class OtherPage : public TriggerPage
{
    Q_OBJECT

public:
    OtherPage();

    std::vector<FieldChecks *> checks() const override { return {m_checks}; }
    /// Fails with InvalidInput before setValue().
    Result<Trigger> value() const override;
    void setValue(const Trigger &trigger) override;
    void setZone(const Zone &) override {}

protected:
    void retranslate() override;

private:
    std::optional<Trigger> m_trigger;
    FieldChecks *m_checks;
    QLabel *m_title;
    QPlainTextEdit *m_json;
};

} // namespace carillon::ui
