// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/actionpage.h"

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace carillon::ui {

class EncodingCombo;

/// A request to a web server. Headers are written as in a request, `Name: value`, one per line.
class HttpPage : public ActionPage
{
    Q_OBJECT

public:
    HttpPage();

    std::vector<FieldChecks *> checks() const override { return {m_checks}; }
    Result<Action> value() const override;
    void setValue(const Action &action) override;

protected:
    void retranslate() override;

private:
    void build();
    void connectFields();
    std::vector<Error> problems() const;
    Result<HttpAction> request() const;
    Result<QMap<QString, QString>> headers() const;

    FieldChecks *m_checks;
    QComboBox *m_method;
    QLineEdit *m_url;
    QPlainTextEdit *m_headers;
    QPlainTextEdit *m_body;
    QLineEdit *m_expected;
    EncodingCombo *m_encoding;
    std::optional<QString> m_exactBody; ///< what was set, until it is edited: line ends included
    QLabel *m_methodLabel;
    QLabel *m_urlLabel;
    QLabel *m_headersLabel;
    QLabel *m_bodyLabel;
    QLabel *m_expectedLabel;
    QLabel *m_encodingLabel;
};

} // namespace carillon::ui
