// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/previewpanel.h"

#include "ui/editors/fieldmessage.h"
#include "ui/editors/notelist.h"
#include "ui/editors/schedulepreview.h"
#include "ui/format/relativetime.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace carillon::ui {

namespace {

constexpr int panelWidth = 300;
constexpr int tableLines = 10;

QLabel *wrappedLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QFont scaled(QFont font, qreal factor)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

} // namespace

PreviewPanel::PreviewPanel(const Clock &clock)
    : m_clock(clock),
      m_title(wrappedLabel(u"previewTitle"_qs)),
      m_problem(new FieldMessage(nullptr)),
      m_body(new QWidget),
      m_sentence(wrappedLabel(u"previewSentence"_qs)),
      m_rate(wrappedLabel(u"previewRate"_qs)),
      m_timesTitle(wrappedLabel(u"previewTimesTitle"_qs)),
      m_times(new QTableWidget(0, 2)),
      m_notes(new NoteList(u"previewNotes"_qs))
{
    setObjectName(u"previewPanel"_qs);
    setFixedWidth(panelWidth);
    build();
    retranslate();
}

void PreviewPanel::build()
{
    QFont heading = font();
    heading.setBold(true);
    m_title->setFont(heading);
    m_timesTitle->setFont(heading);
    m_sentence->setFont(scaled(font(), 1.15));
    m_rate->setForegroundRole(QPalette::PlaceholderText);
    m_problem->setObjectName(u"previewProblem"_qs);
    m_times->setObjectName(u"previewList"_qs);
    m_times->verticalHeader()->hide();
    m_times->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_times->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_times->horizontalHeader()->setHighlightSections(false);
    m_times->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_times->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_times->setShowGrid(false);
    m_times->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_times->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_times->setTabKeyNavigation(false);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(6);
    body->addWidget(m_sentence);
    body->addWidget(m_rate);
    body->addWidget(m_notes);
    body->addSpacing(6);
    body->addWidget(m_timesTitle);
    body->addWidget(m_times, 1);
    body->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_problem);
    column->addWidget(m_body, 1);
}

/// All lines without a scroll bar; the heading is higher in Chinese.
void PreviewPanel::fitTimes()
{
    m_times->setMaximumHeight(m_times->verticalHeader()->defaultSectionSize() * tableLines +
                              m_times->horizontalHeader()->sizeHint().height() +
                              2 * m_times->frameWidth());
}

void PreviewPanel::setTrigger(const Result<std::optional<Trigger>> &trigger, const JobId &job)
{
    m_job = job;
    m_body->setEnabled(trigger.has_value());
    m_problem->setProblem(trigger ? QString() : trigger.error().message);
    if (trigger)
        display(*trigger);
}

void PreviewPanel::display(const std::optional<Trigger> &trigger)
{
    m_shown = trigger;
    const SchedulePreview preview =
        previewOf(trigger, m_job, m_clock.now(), Zone::system(), QLocale());
    m_sentence->setText(preview.sentence);
    m_rate->setText(preview.rate);
    m_rate->setVisible(!preview.rate.isEmpty());
    m_notes->setNotes(preview.notes);
    m_timesTitle->setVisible(!preview.times.empty());
    m_times->setVisible(!preview.times.empty());
    fillTimes(preview.times, trigger ? trigger->commonZone().value_or(Zone::system()) : Zone());
}

void PreviewPanel::fillTimes(const std::vector<Instant> &times, const Zone &zone)
{
    const TimeView view{m_clock.now(), zone, QLocale()};
    m_times->setRowCount(int(times.size()));
    for (size_t i = 0; i < times.size(); ++i) {
        auto *when = new QTableWidgetItem(dayAndTime(times[i], view));
        when->setToolTip(exactTime(times[i], zone));
        const QString gap = i == 0 ? QString() : gapText(times[i] - times[i - 1]);
        auto *after = new QTableWidgetItem(gap);
        after->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_times->setItem(int(i), 0, when);
        m_times->setItem(int(i), 1, after);
    }
    m_timesTitle->setText(zone == Zone::system() ? tr("Next times")
                                                 : tr("Next times in %1").arg(zone.id()));
}

void PreviewPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PreviewPanel::retranslate()
{
    m_title->setText(tr("Preview"));
    m_times->setHorizontalHeaderLabels({tr("Time"), tr("After")});
    m_times->setAccessibleName(tr("Next times"));
    fitTimes();
    display(m_shown);
}

} // namespace carillon::ui
