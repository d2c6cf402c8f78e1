// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/actionpage.h"

class QFormLayout;
class QLabel;
class QLineEdit;

namespace carillon::ui {

class DurationEdit;

/// What Carillon does itself: write a line to the log, wait, or nothing.
class BuiltInPage : public ActionPage
{
    Q_OBJECT

public:
    enum class Kind { Log, Wait, Nothing };

    BuiltInPage();

    void setKind(Kind kind);

    std::vector<FieldChecks *> checks() const override { return {m_checks}; }
    Result<Action> value() const override;
    void setValue(const Action &action) override;

protected:
    void retranslate() override;

private:
    Kind m_kind = Kind::Nothing;
    FieldChecks *m_checks;
    QFormLayout *m_form;
    QLineEdit *m_text;
    DurationEdit *m_wait;
    QLabel *m_textLabel;
    QLabel *m_waitLabel;
    QLabel *m_remark;
};

} // namespace carillon::ui
