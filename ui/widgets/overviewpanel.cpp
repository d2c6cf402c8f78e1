// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/overviewpanel.h"

#include "core/triggers/scheduletext.h"
#include "ui/format/durationtext.h"
#include "ui/format/jobtext.h"
#include "ui/format/relativetime.h"
#include "ui/format/rulestext.h"
#include "ui/format/statetext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/statebadge.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace carillon::ui {

namespace {

constexpr int upcomingShown = 3;

/// A reason as an executor words it goes on from the name of the job; here it stands alone.
QString asSentence(QString reason)
{
    if (!reason.isEmpty())
        reason[0] = reason[0].toUpper();
    return reason;
}

} // namespace

OverviewPanel::OverviewPanel(QWidget *parent)
    : QScrollArea(parent),
      m_name(new QLabel),
      m_badge(new StateBadge),
      m_problem(new ElidedLabel),
      m_lastBadge(new StateBadge)
{
    setObjectName(u"overviewPanel"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setWeight(QFont::DemiBold);
    m_name->setFont(large);
    m_name->setTextFormat(Qt::PlainText);

    auto *heading = new QHBoxLayout;
    heading->setSpacing(12);
    heading->addWidget(m_name);
    heading->addWidget(m_badge);
    heading->addStretch(1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(32);
    for (const auto &[upper, lower] :
         {std::pair(Schedule, Upcoming), std::pair(Last, Action), std::pair(Rules, Notes)}) {
        auto *column = new QVBoxLayout;
        column->setSpacing(4); // else it takes over the space between the columns
        addSection(column, upper);
        addSection(column, lower);
        column->addStretch(1);
        columns->addLayout(column, 1);
    }

    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(18, 14, 18, 14);
    layout->setSpacing(12);
    layout->addLayout(heading);
    layout->addWidget(m_problem);
    layout->addLayout(columns);
    layout->addStretch(1);
    setWidget(content);
    retranslate();
}

void OverviewPanel::addSection(QVBoxLayout *column, Section section)
{
    m_captions[section] = new QLabel;
    m_captions[section]->setTextFormat(Qt::PlainText);
    m_captions[section]->setForegroundRole(QPalette::PlaceholderText);
    m_texts[section] = new ElidedLabel;
    auto *layout = new QVBoxLayout;
    layout->setSpacing(3);
    layout->setContentsMargins(0, 0, 0, 10);
    layout->addWidget(m_captions[section]);
    if (section == Last)
        layout->addWidget(m_lastBadge);
    layout->addWidget(m_texts[section]);
    column->addLayout(layout);
}

void OverviewPanel::showJob(const JobOverview &overview)
{
    m_overview = overview;
    refresh();
}

void OverviewPanel::setTimeView(const TimeView &view)
{
    m_view = view;
    refresh();
}

void OverviewPanel::setNow(Instant now)
{
    m_view.now = now;
    if (!m_overview)
        return;
    setText(Upcoming, upcomingWords());
    setText(Last, lastWords());
}

void OverviewPanel::refresh()
{
    if (!m_overview)
        return;
    const Job &job = m_overview->job;
    m_name->setText(job.name);
    m_badge->setBadge(jobBadge(*m_overview));
    m_problem->setFullText(job.problem);
    m_problem->setHidden(job.problem.isEmpty());
    paintProblem();
    m_lastBadge->setHidden(!m_overview->last);
    if (m_overview->last)
        m_lastBadge->setBadge(runBadge(*m_overview->last));
    setText(Schedule, scheduleWords());
    setText(Upcoming, upcomingWords());
    setText(Rules, rulesText(job.rules).join(u'\n'));
    setText(Last, lastWords());
    setText(Action, actionWords());
    setText(Notes, job.notes);
    m_captions[Notes]->setHidden(job.notes.isEmpty());
    m_texts[Notes]->setHidden(job.notes.isEmpty());
}

void OverviewPanel::setText(Section section, const QString &text)
{
    m_texts[section]->setFullText(text);
}

void OverviewPanel::paintProblem()
{
    QPalette red = palette();
    red.setColor(m_problem->foregroundRole(), toneColors(Tone::Failure, isDark(red)).text);
    m_problem->setPalette(red);
}

QString OverviewPanel::scheduleWords() const
{
    const std::optional<Trigger> &trigger = m_overview->job.trigger;
    const QString words = scheduleText(trigger, m_view.locale, m_view.zone);
    const QString expression = trigger ? scheduleExpression(trigger) : QString();
    return expression.isEmpty() ? words : words + u'\n' + expression;
}

QString OverviewPanel::upcomingWords() const
{
    const Job &job = m_overview->job;
    if (job.paused)
        return tr("Paused: nothing starts by schedule.");
    if (job.isFinished())
        return tr("No more runs.");
    const std::vector<Instant> times = upcomingTimes(job, upcomingShown);
    if (times.empty())
        return u"—"_s;
    QStringList lines;
    for (const Instant time : times)
        lines << u"%1  ·  %2"_s.arg(dayAndTime(time, m_view), relativeTime(time, m_view));
    return lines.join(u'\n');
}

QString OverviewPanel::lastWords() const
{
    if (!m_overview->last)
        return tr("This job has not run yet.");
    const Run &run = *m_overview->last;
    QStringList lines;
    const std::optional<Instant> time = run.started ? run.started : run.due;
    const std::optional<Duration> length = runLength(run, m_view.now);
    if (time && length)
        lines << tr("%1, took %2").arg(relativeTime(*time, m_view), durationText(*length));
    else if (time)
        lines << tr("Due %1").arg(relativeTime(*time, m_view));
    if (!run.outcome.reason.isEmpty())
        lines << asSentence(run.outcome.reason);
    if (!run.outcome.exception.isEmpty() && run.outcome.exception != run.outcome.reason)
        lines << run.outcome.exception;
    if (const QString value = returnText(run.outcome); !value.isEmpty())
        lines << tr("Returned %1").arg(value);
    return lines.join(u'\n');
}

QString OverviewPanel::actionWords() const
{
    QStringList lines{actionText(m_overview->job.action)};
    lines << surroundingsText(m_overview->job.action);
    return lines.join(u'\n');
}

void OverviewPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        paintProblem();
    QScrollArea::changeEvent(event);
}

void OverviewPanel::retranslate()
{
    m_captions[Schedule]->setText(tr("Schedule"));
    m_captions[Upcoming]->setText(tr("Next runs"));
    m_captions[Rules]->setText(tr("Rules"));
    m_captions[Last]->setText(tr("Last result"));
    m_captions[Action]->setText(tr("What it runs"));
    m_captions[Notes]->setText(tr("Notes"));
    refresh();
}

} // namespace carillon::ui
