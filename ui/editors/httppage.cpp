// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/httppage.h"

#include "ui/editors/encodingcombo.h"
#include "ui/editors/fieldchecks.h"
#include "ui/editors/form.h"
#include "ui/editors/linesedit.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace carillon::ui {

namespace {

constexpr int headerLines = 3;
constexpr int bodyLines = 4;

} // namespace

HttpPage::HttpPage()
    : m_checks(new FieldChecks([this] { return problems(); }, this)),
      m_method(new QComboBox),
      m_url(new QLineEdit),
      m_headers(new QPlainTextEdit),
      m_body(new QPlainTextEdit),
      m_expected(new QLineEdit(statusText(HttpAction().expected))),
      m_encoding(new EncodingCombo(u"editorHttpEncodingCombo"_qs))
{
    build();
    connectFields();
    retranslate();
}

void HttpPage::build()
{
    m_method->setObjectName(u"editorHttpMethodCombo"_qs);
    m_method->setEditable(true);
    m_method->addItems({u"GET"_qs, u"POST"_qs, u"PUT"_qs, u"PATCH"_qs, u"DELETE"_qs, u"HEAD"_qs});
    m_url->setObjectName(u"editorHttpUrlEdit"_qs);
    m_headers->setObjectName(u"editorHttpHeadersEdit"_qs);
    m_body->setObjectName(u"editorHttpBodyEdit"_qs);
    m_expected->setObjectName(u"editorHttpExpectedEdit"_qs);
    for (QPlainTextEdit *edit : {m_headers, m_body})
        edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    shapeTextField(m_headers, headerLines);
    shapeTextField(m_body, bodyLines);
    auto *form = createForm(this);
    form->setContentsMargins(0, 0, 0, 0);
    m_urlLabel = addField(form, m_url, m_checks->add({u"url"_qs, u"args"_qs}, m_url));
    m_methodLabel = addField(form, m_method, m_checks->add({u"method"_qs}, m_method));
    m_headersLabel =
        addField(form, m_headers, m_checks->add({u"headers"_qs, u"kwargs"_qs}, m_headers));
    m_bodyLabel = addField(form, m_body);
    m_expectedLabel = addField(form, m_expected, m_checks->add({u"expect"_qs}, m_expected));
    m_encodingLabel = addField(form, m_encoding);
}

void HttpPage::connectFields()
{
    const auto report = [this](const QWidget *field) {
        m_checks->edited(field);
        emit valueChanged();
    };
    connect(m_url, &QLineEdit::textChanged, this, [=, this] { report(m_url); });
    connect(m_method, &QComboBox::currentTextChanged, this, [=, this] { report(m_method); });
    connect(m_headers, &QPlainTextEdit::textChanged, this, [=, this] { report(m_headers); });
    connect(m_body, &QPlainTextEdit::textChanged, this, [this] {
        m_exactBody.reset();
        emit valueChanged();
    });
    connect(m_expected, &QLineEdit::textChanged, this, [=, this] { report(m_expected); });
    connect(m_encoding, &QComboBox::currentIndexChanged, this, &HttpPage::valueChanged);
}

Result<Action> HttpPage::value() const
{
    if (const auto wrong = problems(); !wrong.empty())
        return wrong.front();
    return Action(*request());
}

std::vector<Error> HttpPage::problems() const
{
    const auto request = this->request();
    if (!request)
        return {request.error()};
    const auto checked = checkHttp(*request);
    return checked ? std::vector<Error>{} : std::vector{checked.error()};
}

Result<HttpAction> HttpPage::request() const
{
    const auto headers = this->headers();
    if (!headers)
        return headers.error();
    const auto expected = statusRanges(m_expected->text());
    if (!expected)
        return expected.error();
    return HttpAction{m_url->text().trimmed(),
                      m_method->currentText().trimmed().toUpper(),
                      *headers,
                      m_exactBody.value_or(m_body->toPlainText()),
                      *expected,
                      m_encoding->value()};
}

Result<QMap<QString, QString>> HttpPage::headers() const
{
    QMap<QString, QString> headers;
    for (const QString &line : m_headers->toPlainText().split(u'\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const qsizetype colon = line.indexOf(u':');
        if (colon < 1)
            return Error{ErrorCode::InvalidInput,
                         tr("“%1” is not a header — use Name: value.").arg(line.trimmed()),
                         u"headers"_qs};
        const QString name = line.first(colon).trimmed();
        if (headers.contains(name))
            return Error{ErrorCode::InvalidInput, tr("The header “%1” is there twice.").arg(name),
                         u"headers"_qs};
        headers.insert(name, line.sliced(colon + 1).trimmed());
    }
    return headers;
}

void HttpPage::setValue(const Action &action)
{
    const auto *http = std::get_if<HttpAction>(&action);
    if (!http)
        return;
    const QSignalBlocker quiet(this);
    m_url->setText(http->url);
    m_method->setCurrentText(http->method);
    QStringList lines;
    for (auto it = http->headers.begin(); it != http->headers.end(); ++it)
        lines.append(u"%1: %2"_qs.arg(it.key(), it.value()));
    m_headers->setPlainText(lines.join(u'\n'));
    m_body->setPlainText(http->body);
    m_exactBody = http->body;
    m_expected->setText(statusText(http->expected));
    m_encoding->setValue(http->encoding);
    m_checks->clear();
}

void HttpPage::retranslate()
{
    m_urlLabel->setText(tr("A&ddress"));
    m_url->setPlaceholderText(u"https://example.com/path"_qs);
    m_url->setToolTip(tr("Where the request is sent: http or https, without user and password "
                         "[args]"));
    m_methodLabel->setText(tr("&Method"));
    m_method->setToolTip(tr("What is asked of the server [method]"));
    m_headersLabel->setText(tr("&Headers"));
    m_headers->setPlaceholderText(u"Accept: application/json"_qs);
    m_headers->setToolTip(tr("One per line: name, colon, value. Sent to the named host only "
                             "[headers]"));
    m_bodyLabel->setText(tr("&Body"));
    m_body->setPlaceholderText(tr("Nothing"));
    m_body->setToolTip(tr("What is sent, in UTF-8. JSON is announced as such unless a header "
                          "Content-Type says otherwise [body]"));
    m_expectedLabel->setText(tr("E&xpected status"));
    m_expected->setToolTip(tr("Answers that count as success: numbers and ranges such as 200-299, "
                              "404 [expect]"));
    m_encodingLabel->setText(tr("Output &encoding"));
    m_encoding->retranslate();
}

} // namespace carillon::ui
