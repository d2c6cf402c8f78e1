// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/cronpage.h"

#include "core/triggers/cronsyntax.h"
#include "ui/editors/cronwords.h"
#include "ui/editors/fieldchecks.h"
#include "ui/editors/fieldmessage.h"
#include "ui/editors/form.h"
#include "ui/editors/momentedit.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace carillon::ui {

using namespace std::chrono_literals;

namespace {

/// The order of reading: what is changed most comes first, in the left column.
struct Cell
{
    CronField field;
    const char16_t *name;
    int row;
    int column;
};
constexpr std::array<Cell, cronFieldCount> cells{{
    {CronField::Minute, u"editorCronMinuteEdit", 0, 0},
    {CronField::Hour, u"editorCronHourEdit", 1, 0},
    {CronField::Day, u"editorCronDayEdit", 2, 0},
    {CronField::DayOfWeek, u"editorCronDayOfWeekEdit", 3, 0},
    {CronField::Month, u"editorCronMonthEdit", 0, 1},
    {CronField::Week, u"editorCronWeekEdit", 1, 1},
    {CronField::Year, u"editorCronYearEdit", 2, 1},
    {CronField::Second, u"editorCronSecondEdit", 3, 1},
}};

} // namespace

CronPage::CronPage(const Clock &clock)
    : m_zone(Zone::system()),
      m_checks(new FieldChecks([this] { return problems(); }, this)),
      m_presets(new QPushButton),
      m_presetMenu(new QMenu(this)),
      m_hint(createRemark(u"editorCronHint"_qs)),
      m_rule(createRemark(u"editorCronRule"_qs)),
      m_start(new OptionalMomentEdit(u"editorCronStart"_qs)),
      m_end(new OptionalMomentEdit(u"editorCronEnd"_qs)),
      m_gap(new QComboBox),
      m_overlap(new QComboBox)
{
    build();
    const Instant now = std::chrono::floor<std::chrono::minutes>(clock.now());
    m_start->setSuggestion(now, m_zone);
    m_end->setSuggestion(now + 24h * 7, m_zone);
    applyPreset(cronPresets().at(2).texts);
    for (const Cell &cell : cells) {
        QLineEdit *edit = m_edits[size_t(cell.field)];
        connect(edit, &QLineEdit::textChanged, this, [this, edit] {
            m_checks->edited(edit);
            emit valueChanged();
        });
    }
    for (OptionalMomentEdit *limit : {m_start, m_end}) {
        connect(limit, &OptionalMomentEdit::valueChanged, this, [this] {
            m_checks->edited(m_end);
            emit valueChanged();
        });
    }
    for (QComboBox *box : {m_gap, m_overlap})
        connect(box, &QComboBox::currentIndexChanged, this, &CronPage::valueChanged);
    retranslate();
}

void CronPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_presets->setObjectName(u"editorCronPresetsButton"_qs);
    m_presets->setMenu(m_presetMenu);
    column->addWidget(m_presets, 0, Qt::AlignLeft);
    auto *grid = new QGridLayout;
    buildFields(grid);
    column->addLayout(grid);
    column->addWidget(m_hint);
    column->addWidget(m_rule);
    auto *form = createForm();
    m_startLabel = addField(form, m_start, m_checks->add({u"start_date"_qs}, m_start));
    m_endLabel = addField(form, m_end, m_checks->add({u"end_date"_qs}, m_end));
    m_gap->setObjectName(u"editorCronGapCombo"_qs);
    m_overlap->setObjectName(u"editorCronOverlapCombo"_qs);
    for (const DstGap gap : {DstGap::Shift, DstGap::Skip})
        m_gap->addItem({}, int(gap));
    for (const DstOverlap overlap : {DstOverlap::Auto, DstOverlap::First, DstOverlap::Both})
        m_overlap->addItem({}, int(overlap));
    for (QComboBox *box : {m_gap, m_overlap}) { // long texts must not widen a narrow window
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    m_gapLabel = addField(form, m_gap);
    m_overlapLabel = addField(form, m_overlap);
    column->addLayout(form);
}

void CronPage::buildFields(QGridLayout *grid)
{
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnMinimumWidth(0, labelWidth(this));
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    for (const Cell &cell : cells) {
        const auto index = size_t(cell.field);
        auto *edit = m_edits[index] = new QLineEdit;
        edit->setObjectName(QString::fromUtf16(cell.name));
        edit->setPlaceholderText(cronFieldPlaceholder(cell.field));
        edit->installEventFilter(this);
        m_labels[index] = new QLabel;
        m_labels[index]->setBuddy(edit);
        FieldMessage *message = m_checks->add({cronFieldName(cell.field)}, edit);
        grid->addWidget(m_labels[index], cell.row * 2, cell.column * 2);
        grid->addWidget(edit, cell.row * 2, cell.column * 2 + 1);
        grid->addWidget(message, cell.row * 2 + 1, cell.column * 2, 1, 2);
    }
}

void CronPage::buildPresets()
{
    m_presetMenu->clear();
    for (const CronPreset &preset : cronPresets())
        m_presetMenu->addAction(preset.name, this, [this, preset] { applyPreset(preset.texts); });
}

void CronPage::applyPreset(const CronTexts &texts)
{
    {
        const QSignalBlocker quiet(this); // one change, not eight
        for (size_t i = 0; i < m_edits.size(); ++i)
            m_edits[i]->setText(texts[i].value_or(QString()));
    }
    m_checks->clear();
    emit valueChanged();
}

Result<Trigger> CronPage::value() const
{
    if (const auto wrong = problems(); !wrong.empty())
        return wrong.front();
    const auto masks = readCronFields(texts());
    if (!masks)
        return masks.error().error();
    return Trigger(CronTrigger(CronFields(*masks), m_zone, options(), cronNotation(texts())));
}

void CronPage::setValue(const Trigger &trigger)
{
    const auto *cron = trigger.as<CronTrigger>();
    if (!cron)
        return;
    const QSignalBlocker quiet(this);
    m_zone = cron->zone();
    applyPreset(cron->notation().fields);
    m_start->setInstant(cron->options().start, m_zone);
    m_end->setInstant(cron->options().end, m_zone);
    m_gap->setCurrentIndex(m_gap->findData(int(cron->options().gap)));
    m_overlap->setCurrentIndex(m_overlap->findData(int(cron->options().overlap)));
    m_checks->clear();
}

CronTexts CronPage::texts() const
{
    CronTexts texts;
    for (size_t i = 0; i < m_edits.size(); ++i) {
        const QString text = m_edits[i]->text().trimmed();
        if (!text.isEmpty())
            texts[i] = text;
    }
    return texts;
}

CronOptions CronPage::options() const
{
    CronOptions options;
    options.start = m_start->instant(m_zone);
    options.end = m_end->instant(m_zone);
    options.gap = DstGap(m_gap->currentData().toInt());
    options.overlap = DstOverlap(m_overlap->currentData().toInt());
    return options;
}

std::vector<Error> CronPage::problems() const
{
    std::vector<Error> wrong;
    const CronTexts all = texts();
    for (const Cell &cell : cells) {
        const auto index = size_t(cell.field);
        CronTexts alone;
        alone[index] = all[index];
        const auto masks = readCronFields(alone);
        if (!masks)
            wrong.push_back(
                {ErrorCode::InvalidInput, masks.error().sentence(), cronFieldName(cell.field)});
    }
    const CronOptions limits = options();
    for (const Error &error : checkOrder(limits.start, limits.end, m_zone))
        wrong.push_back(error);
    return wrong;
}

bool CronPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        for (const Cell &cell : cells) {
            if (watched == m_edits[size_t(cell.field)])
                explainField(cell.field);
        }
    }
    return TriggerPage::eventFilter(watched, event);
}

void CronPage::explainField(CronField field)
{
    m_explained = field;
    m_hint->setText(cronFieldHint(field));
}

void CronPage::retranslate()
{
    for (const Cell &cell : cells) {
        const auto index = size_t(cell.field);
        m_labels[index]->setText(cronFieldLabel(cell.field));
        m_edits[index]->setToolTip(cronFieldHint(cell.field));
    }
    explainField(m_explained);
    m_rule->setText(tr("Every field that is filled in must match: with a day and a day of the "
                       "week, the job runs only on days that are both."));
    setButtonText(m_presets, tr("Use a common schedule"));
    buildPresets();
    m_startLabel->setText(tr("From"));
    m_start->setText(tr("Start at"));
    m_endLabel->setText(tr("Until"));
    m_end->setText(tr("End at"));
    m_gapLabel->setText(tr("Skipped times"));
    m_gap->setToolTip(tr("What to do about a time that the clocks skip when they go forward "
                         "[dst_gap]"));
    m_gap->setItemText(0, tr("Run right after the change"));
    m_gap->setItemText(1, tr("Do not run"));
    m_overlapLabel->setText(tr("Repeated times"));
    m_overlap->setToolTip(tr("What to do about a time that comes twice when the clocks go back "
                             "[dst_overlap]"));
    m_overlap->setItemText(0, tr("Twice if it runs in every hour, else once"));
    m_overlap->setItemText(1, tr("Run once, the first time"));
    m_overlap->setItemText(2, tr("Run twice"));
}

} // namespace carillon::ui
