// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/cronpage.h"

#include "core/triggers/cronsyntax.h"
#include "ui/editors/cronline.h"
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
      m_syntax(new QComboBox),
      m_syntaxRemark(createRemark(u"editorCronSyntaxRemark"_qs)),
      m_line(new CronLine),
      m_grid(new QWidget),
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
    setFields(cronPresets().at(2).texts);
    for (const Cell &cell : cells) {
        QLineEdit *edit = m_edits[size_t(cell.field)];
        connect(edit, &QLineEdit::textChanged, this, [this, edit] {
            m_checks->edited(edit);
            noteEdit();
        });
    }
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
    m_syntax->setObjectName(u"editorCronSyntaxCombo"_qs);
    for (const CronDialect dialect : {CronDialect::Crontab, CronDialect::Seconds,
                                      CronDialect::Quartz, CronDialect::ApschedulerFields})
        offer(dialect);
    auto *syntaxForm = createForm();
    m_syntaxLabel = addField(syntaxForm, m_syntax, nullptr, m_syntaxRemark);
    column->addLayout(syntaxForm);
    column->addWidget(m_line);
    auto *fields = new QVBoxLayout(m_grid);
    fields->setContentsMargins(0, 0, 0, 0);
    auto *grid = new QGridLayout;
    buildFields(grid);
    fields->addLayout(grid);
    fields->addWidget(m_hint);
    fields->addWidget(m_rule);
    column->addWidget(m_grid);
    column->addWidget(m_presets, 0, Qt::AlignLeft);
    select(m_dialect);
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
    const auto masks = readCronFields(texts);
    if (hasFields())
        setFields(texts);
    else if (masks)
        write(m_dialect, *masks);
    noteEdit();
}

void CronPage::setFields(const CronTexts &texts)
{
    const QSignalBlocker quiet(this); // one change, not eight
    for (size_t i = 0; i < m_edits.size(); ++i)
        m_edits[i]->setText(texts[i].value_or(QString()));
    m_checks->clear();
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
        setFields(restored.fields);
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
            setFields(*texts);
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
    return hasFields() ? cronNotation(texts()) : cronNotation(m_dialect, m_line->text());
}

Result<CronMasks, CronMistake> CronPage::masks() const
{
    return hasFields() ? readCronFields(texts()) : m_line->masks();
}

std::vector<FieldChecks *> CronPage::checks() const
{
    std::vector<FieldChecks *> all;
    if (!hasFields())
        all = m_line->checks();
    all.push_back(m_checks);
    return all;
}

Result<Trigger> CronPage::value() const
{
    if (const auto wrong = problems(); !wrong.empty())
        return wrong.front();
    const auto read = masks();
    if (!read) {
        Error error = read.error().error();
        error.message = read.error().sentence();
        return error;
    }
    return Trigger(CronTrigger(CronFields(*read), m_zone, options(), notation()));
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
        setFields(cron->notation().fields);
    else
        m_line->setValue(m_dialect, cron->notation().expression);
    m_before.reset();
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
    const CronTexts all = hasFields() ? texts() : CronTexts();
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
    m_syntaxLabel->setText(tr("S&yntax"));
    for (int i = 0; i < m_syntax->count(); ++i)
        m_syntax->setItemText(i, cronDialectLabel(CronDialect(m_syntax->itemData(i).toInt())));
    m_syntaxRemark->setText(tr("This syntax has no words for the schedule, so nothing was "
                               "rewritten."));
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
