// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/cronfieldgrid.h"

#include "ui/editors/cronwords.h"
#include "ui/editors/fieldchecks.h"
#include "ui/editors/fieldmessage.h"
#include "ui/editors/form.h"

#include <QEvent>
#include <QLineEdit>

namespace carillon::ui {

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

CronFieldGrid::CronFieldGrid()
    : m_checks(new FieldChecks([this] { return problems(); }, this)),
      m_hint(createRemark(u"editorCronHint"_qs)),
      m_rule(createRemark(u"editorCronRule"_qs))
{
    build();
    for (QLineEdit *edit : m_edits) {
        connect(edit, &QLineEdit::textChanged, this, [this, edit] {
            m_checks->edited(edit);
            emit valueChanged();
        });
    }
    retranslate();
}

void CronFieldGrid::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *grid = new QGridLayout;
    buildFields(grid);
    column->addLayout(grid);
    column->addWidget(m_hint);
    column->addWidget(m_rule);
}

void CronFieldGrid::buildFields(QGridLayout *grid)
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

CronTexts CronFieldGrid::texts() const
{
    CronTexts texts;
    for (size_t i = 0; i < m_edits.size(); ++i) {
        const QString text = m_edits[i]->text().trimmed();
        if (!text.isEmpty())
            texts[i] = text;
    }
    return texts;
}

void CronFieldGrid::setTexts(const CronTexts &texts)
{
    const QSignalBlocker quiet(this); // one change, not eight
    for (size_t i = 0; i < m_edits.size(); ++i)
        m_edits[i]->setText(texts[i].value_or(QString()));
    m_checks->clear();
}

Result<CronMasks, CronMistake> CronFieldGrid::masks() const
{
    return readCronFields(texts());
}

std::vector<Error> CronFieldGrid::problems() const
{
    std::vector<Error> wrong;
    const CronTexts all = texts();
    for (const Cell &cell : cells) {
        CronTexts alone;
        alone[size_t(cell.field)] = all[size_t(cell.field)];
        const auto read = readCronFields(alone);
        if (!read)
            wrong.push_back(
                {ErrorCode::InvalidInput, read.error().sentence(), cronFieldName(cell.field)});
    }
    return wrong;
}

bool CronFieldGrid::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        for (const Cell &cell : cells) {
            if (watched == m_edits[size_t(cell.field)])
                explainField(cell.field);
        }
    }
    return EditorPart::eventFilter(watched, event);
}

void CronFieldGrid::explainField(CronField field)
{
    m_explained = field;
    m_hint->setText(cronFieldHint(field));
}

void CronFieldGrid::retranslate()
{
    for (const Cell &cell : cells) {
        const auto index = size_t(cell.field);
        m_labels[index]->setText(cronFieldLabel(cell.field));
        m_edits[index]->setToolTip(cronFieldHint(cell.field));
    }
    explainField(m_explained);
    m_rule->setText(tr("Every field that is filled in must match: with a day and a day of the "
                       "week, the job runs only on days that are both."));
}

} // namespace carillon::ui
