// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/cronline.h"

#include "core/triggers/cronshape.h"
#include "ui/editors/cronwords.h"
#include "ui/editors/fieldchecks.h"
#include "ui/editors/fieldmessage.h"
#include "ui/editors/form.h"

#include <QFontDatabase>
#include <QLineEdit>
#include <QPushButton>

namespace carillon::ui {

namespace {

/// An expression may be wrong in any of its fields, or as a whole.
QStringList expressionErrors()
{
    QStringList names{u"expr"_qs};
    for (int i = 0; i < cronFieldCount; ++i)
        names.append(cronFieldName(CronField(i)));
    return names;
}

} // namespace

CronLine::CronLine()
    : m_checks(new FieldChecks([this] { return problems(); }, this)),
      m_edit(new QLineEdit),
      m_switch(new QPushButton),
      m_hint(createRemark(u"editorCronLineHint"_qs)),
      m_rule(createRemark(u"editorCronDayRule"_qs))
{
    build();
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        m_checks->edited(m_edit);
        refresh();
        emit valueChanged();
    });
    connect(m_switch, &QPushButton::clicked, this, [this] {
        if (const auto other = proposal())
            emit dialectWanted(*other);
    });
    retranslate();
}

void CronLine::build()
{
    m_edit->setObjectName(u"editorCronEdit"_qs);
    m_edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_switch->setObjectName(u"editorCronSwitchButton"_qs);
    auto *form = createForm(this);
    form->setContentsMargins(0, 0, 0, 0);
    auto *field = new QVBoxLayout;
    field->setSpacing(3);
    field->addWidget(m_edit);
    field->addWidget(m_checks->add(expressionErrors(), m_edit));
    field->addWidget(m_switch, 0, Qt::AlignLeft);
    field->addWidget(m_hint);
    field->addWidget(m_rule);
    m_label = addFields(form, field, m_edit);
}

QString CronLine::text() const
{
    return m_edit->text();
}

void CronLine::setValue(CronDialect dialect, const QString &text)
{
    const QSignalBlocker quiet(this);
    m_dialect = dialect;
    m_edit->setText(text);
    m_checks->clear();
    retranslate();
}

Result<CronMasks, CronMistake> CronLine::masks() const
{
    return readCron(m_dialect, m_edit->text());
}

std::vector<Error> CronLine::problems() const
{
    const auto read = masks();
    if (read)
        return {};
    Error error = read.error().error();
    error.message = read.error().sentence();
    return {error};
}

/// The dialect that the text seems to be written in, if that is another one.
std::optional<CronDialect> CronLine::proposal() const
{
    const auto read = masks();
    if (read)
        return {};
    if (read.error().otherDialect)
        return read.error().otherDialect;
    const auto readings = recogniseCron(m_edit->text());
    return readings.empty() ? std::nullopt : std::optional(readings.front().notation.dialect);
}

void CronLine::refresh()
{
    const auto other = proposal();
    m_switch->setVisible(other.has_value());
    const QString title = cronDialectTitle(other.value_or(m_dialect));
    setButtonText(m_switch, tr("Switch to “%1”").arg(title));
    const auto read = masks();
    const auto dates = read ? shapeOf(*read).dates : CronShape::Dates::EveryDay;
    const bool either = dates == CronShape::Dates::MonthDaysOrWeekday;
    m_rule->setVisible(either || dates == CronShape::Dates::MonthDaysWhenWeekday);
    m_rule->setText(either ? tr("Day and weekday are both given: the job runs when either matches.")
                           : tr("Day and weekday are both given: the job runs only when both "
                                "match."));
}

void CronLine::retranslate()
{
    m_label->setText(tr("E&xpression"));
    m_hint->setText(cronDialectHint(m_dialect));
    m_edit->setToolTip(cronDialectHint(m_dialect));
    refresh();
}

} // namespace carillon::ui
