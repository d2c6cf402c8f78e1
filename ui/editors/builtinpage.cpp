// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/builtinpage.h"

#include "ui/editors/durationedit.h"
#include "ui/editors/fieldchecks.h"
#include "ui/editors/form.h"

#include <QLineEdit>

namespace carillon::ui {

using namespace std::chrono_literals;

BuiltInPage::BuiltInPage()
    : m_checks(new FieldChecks([] { return std::vector<Error>{}; }, this)),
      m_text(new QLineEdit),
      m_wait(new DurationEdit(u"editorWait"_qs,
                              {DurationEdit::Unit::Second, DurationEdit::Unit::Minute,
                               DurationEdit::Unit::Hour, DurationEdit::Unit::Day})),
      m_remark(createRemark(u"editorNothingRemark"_qs))
{
    m_text->setObjectName(u"editorLogTextEdit"_qs);
    m_wait->setValue(10s);
    m_form = createForm(this);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_textLabel = addField(m_form, m_text);
    m_waitLabel = addField(m_form, m_wait, m_checks->add({u"args"_qs}, m_wait));
    m_form->addRow(m_remark);
    connect(m_text, &QLineEdit::textChanged, this, &BuiltInPage::valueChanged);
    connect(m_wait, &DurationEdit::valueChanged, this, [this] {
        m_checks->edited(m_wait);
        emit valueChanged();
    });
    setKind(Kind::Nothing);
    retranslate();
}

void BuiltInPage::setKind(Kind kind)
{
    m_kind = kind;
    m_form->setRowVisible(0, kind == Kind::Log);
    m_form->setRowVisible(1, kind == Kind::Wait);
    m_form->setRowVisible(2, kind == Kind::Nothing);
}

Result<Action> BuiltInPage::value() const
{
    switch (m_kind) {
    case Kind::Log: return Action(LogAction{m_text->text()});
    case Kind::Wait: return Action(SleepAction{m_wait->value()});
    case Kind::Nothing: break;
    }
    return Action(NoopAction{});
}

void BuiltInPage::setValue(const Action &action)
{
    const QSignalBlocker quiet(this);
    if (const auto *log = std::get_if<LogAction>(&action))
        m_text->setText(log->text);
    if (const auto *sleep = std::get_if<SleepAction>(&action))
        m_wait->setValue(sleep->length);
    m_checks->clear();
}

void BuiltInPage::retranslate()
{
    m_textLabel->setText(tr("&Text"));
    m_text->setPlaceholderText(tr("A line for the run log"));
    m_text->setToolTip(tr("What is written to the run log [args]"));
    m_waitLabel->setText(tr("&Wait for"));
    m_wait->setSpokenName(tr("Length of the wait"));
    m_wait->setToolTip(tr("How long the run takes [args]"));
    m_remark->setText(tr("Succeeds at once. Useful for trying out a schedule."));
}

} // namespace carillon::ui
