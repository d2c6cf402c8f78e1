// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/cronpage.h"

#include "core/triggers/cronsyntax.h"
#include "ui/editors/cronfieldgrid.h"
#include "ui/editors/cronline.h"
#include "ui/editors/cronoptionsedit.h"
#include "ui/editors/cronwords.h"
#include "ui/editors/form.h"

#include <QComboBox>
#include <QMenu>
#include <QPushButton>

namespace carillon::ui {

CronPage::CronPage(const Clock &clock)
    : m_zone(Zone::system()),
      m_syntax(new QComboBox),
      m_syntaxRemark(createRemark(u"editorCronSyntaxRemark"_qs)),
      m_line(new CronLine),
      m_grid(new CronFieldGrid),
      m_presets(new QPushButton),
      m_presetMenu(new QMenu(this)),
      m_options(new CronOptionsEdit(clock))
{
    build();
    m_grid->setTexts(cronPresets().at(2).texts);
    connect(m_grid, &CronFieldGrid::valueChanged, this, &CronPage::noteEdit);
    connect(m_line, &CronLine::valueChanged, this, &CronPage::noteEdit);
    connect(m_line, &CronLine::dialectWanted, this, [this](CronDialect dialect) {
        const QString text = m_line->text();
        offer(dialect);
        select(dialect);
        m_line->setValue(dialect, text);
        noteEdit();
    });
    connect(m_syntax, &QComboBox::activated, this,
            [this] { changeDialect(CronDialect(m_syntax->currentData().toInt())); });
    connect(m_options, &CronOptionsEdit::valueChanged, this, &CronPage::valueChanged);
    retranslate();
}

void CronPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_presets->setObjectName(u"editorCronPresetsButton"_qs);
    m_presets->setMenu(m_presetMenu);
    m_syntax->setObjectName(u"editorCronSyntaxCombo"_qs);
    for (const CronDialect dialect : {CronDialect::Crontab, CronDialect::Seconds,
                                      CronDialect::Quartz, CronDialect::ApschedulerFields})
        offer(dialect);
    auto *syntaxForm = createForm();
    m_syntaxLabel = addField(syntaxForm, m_syntax, nullptr, m_syntaxRemark);
    column->addLayout(syntaxForm);
    column->addWidget(m_line);
    column->addWidget(m_grid);
    column->addWidget(m_presets, 0, Qt::AlignLeft);
    select(m_dialect);
    column->addWidget(m_options);
}

void CronPage::buildPresets()
{
    m_presetMenu->clear();
    for (const CronPreset &preset : cronPresets())
        m_presetMenu->addAction(preset.name, this, [this, preset] { applyPreset(preset.texts); });
}

void CronPage::applyPreset(const CronTexts &texts)
{
    const auto masks = readCronFields(texts);
    if (hasFields())
        m_grid->setTexts(texts);
    else if (masks)
        write(m_dialect, *masks);
    noteEdit();
}

/// Adds a syntax to the choice, unless it is there.
void CronPage::offer(CronDialect dialect)
{
    if (m_syntax->findData(int(dialect)) < 0)
        m_syntax->addItem(cronDialectLabel(dialect), int(dialect));
}

void CronPage::select(CronDialect dialect)
{
    m_dialect = dialect;
    m_syntax->setCurrentIndex(m_syntax->findData(int(dialect)));
    m_line->setVisible(!hasFields());
    m_grid->setVisible(hasFields());
    m_syntaxRemark->hide();
}

/// Writes the schedule in another syntax. Where that has no words for it, what stood there stays.
void CronPage::changeDialect(CronDialect dialect)
{
    if (dialect == m_dialect)
        return;
    const auto read = masks();
    const CronNotation old = notation();
    const QString text = m_line->text();
    const bool back = m_before && m_before->dialect == dialect;
    const CronNotation restored = m_before.value_or(CronNotation{});
    select(dialect);
    bool written = true;
    if (back && !hasFields())
        m_line->setValue(dialect, restored.expression);
    else if (back)
        m_grid->setTexts(restored.fields);
    else
        written = read && write(dialect, *read);
    if (!written && !hasFields())
        m_line->setValue(dialect, text);
    m_syntaxRemark->setVisible(!written && read.has_value());
    m_before = read ? std::optional(old) : std::nullopt;
    emit valueChanged();
}

bool CronPage::write(CronDialect dialect, const CronMasks &masks)
{
    if (dialect == CronDialect::ApschedulerFields) {
        const auto texts = printCronFields(masks);
        if (texts)
            m_grid->setTexts(*texts);
        return texts.has_value();
    }
    const auto text = printCron(dialect, masks);
    if (text)
        m_line->setValue(dialect, *text);
    return text.has_value();
}

void CronPage::noteEdit()
{
    m_before.reset();
    m_syntaxRemark->hide();
    emit valueChanged();
}

CronNotation CronPage::notation() const
{
    return hasFields() ? cronNotation(m_grid->texts()) : cronNotation(m_dialect, m_line->text());
}

Result<CronMasks, CronMistake> CronPage::masks() const
{
    return hasFields() ? m_grid->masks() : m_line->masks();
}

std::vector<FieldChecks *> CronPage::checks() const
{
    std::vector<FieldChecks *> all = hasFields() ? m_grid->checks() : m_line->checks();
    for (FieldChecks *checks : m_options->checks())
        all.push_back(checks);
    return all;
}

Result<Trigger> CronPage::value() const
{
    const auto wrong = hasFields() ? m_grid->problems() : m_line->problems();
    if (!wrong.empty())
        return wrong.front();
    if (const auto limits = m_options->problems(); !limits.empty())
        return limits.front();
    return Trigger(CronTrigger(CronFields(*masks()), m_zone, m_options->options(), notation()));
}

void CronPage::setZone(const Zone &zone)
{
    m_zone = zone;
    m_options->setZone(zone);
}

void CronPage::setValue(const Trigger &trigger)
{
    const auto *cron = trigger.as<CronTrigger>();
    if (!cron)
        return;
    const QSignalBlocker quiet(this);
    m_zone = cron->zone();
    offer(cron->notation().dialect);
    select(cron->notation().dialect);
    if (hasFields())
        m_grid->setTexts(cron->notation().fields);
    else
        m_line->setValue(m_dialect, cron->notation().expression);
    m_before.reset();
    m_options->setOptions(cron->options(), m_zone);
}

void CronPage::retranslate()
{
    m_syntaxLabel->setText(tr("S&yntax"));
    for (int i = 0; i < m_syntax->count(); ++i)
        m_syntax->setItemText(i, cronDialectLabel(CronDialect(m_syntax->itemData(i).toInt())));
    m_syntaxRemark->setText(tr("This syntax has no words for the schedule, so nothing was "
                               "rewritten."));
    setButtonText(m_presets, tr("Use a common schedule"));
    buildPresets();
}

} // namespace carillon::ui
