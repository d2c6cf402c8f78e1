// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/otherpage.h"

#include "core/triggers/triggerjson.h"
#include "ui/editors/fieldchecks.h"
#include "ui/editors/form.h"

#include <QFontDatabase>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace carillon::ui {

OtherPage::OtherPage()
    : m_checks(new FieldChecks([] { return std::vector<Error>{}; }, this)),
      m_title(createRemark(u"editorOtherTitle"_qs)),
      m_json(new QPlainTextEdit)
{
    m_json->setObjectName(u"editorOtherJson"_qs);
    m_json->setReadOnly(true);
    m_json->setTabChangesFocus(true);
    m_json->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_json->setMinimumHeight(fontMetrics().height() * 12);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_json);
    retranslate();
}

Result<Trigger> OtherPage::value() const
{
    if (!m_trigger)
        return Error{ErrorCode::InvalidInput, tr("There is no schedule yet.")};
    return *m_trigger;
}

void OtherPage::setValue(const Trigger &trigger)
{
    m_trigger = trigger;
    const QJsonObject json{{u"kind"_qs, triggerKind(trigger)}, {u"args"_qs, triggerArgs(trigger)}};
    m_json->setPlainText(QString::fromUtf8(QJsonDocument(json).toJson()));
}

void OtherPage::retranslate()
{
    m_title->setText(tr("Other schedule: made through the API or a jobs file. It is saved as it "
                        "is; choose another kind to replace it."));
    m_json->setAccessibleName(tr("Definition of the schedule"));
}

} // namespace carillon::ui
