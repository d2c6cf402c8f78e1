// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/actionpage.h"

#include <QJsonValue>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace carillon::ui {

/// A Python callable with its arguments, written as JSON.
class PythonPage : public ActionPage
{
    Q_OBJECT

public:
    PythonPage();

    std::vector<FieldChecks *> checks() const override { return {m_checks}; }
    Result<Action> value() const override;
    void setValue(const Action &action) override;

protected:
    void retranslate() override;

private:
    std::vector<Error> problems() const;
    Result<QJsonArray> arguments() const;
    Result<QJsonObject> keywords() const;

    FieldChecks *m_checks;
    PythonSurroundings m_python; ///< kept as it was
    QLineEdit *m_reference;
    QPlainTextEdit *m_arguments;
    QPlainTextEdit *m_keywords;
    QLabel *m_referenceLabel;
    QLabel *m_argumentsLabel;
    QLabel *m_keywordsLabel;
};

} // namespace carillon::ui
