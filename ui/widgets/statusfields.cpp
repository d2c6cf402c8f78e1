// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statusfields.h"

#include "ui/format/relativetime.h"
#include "ui/models/joblistmodel.h"
#include "ui/theme/statecolors.h"
#include "ui/theme/symbols.h"
#include "ui/widgets/channelfield.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace carillon::ui {

namespace {

QToolButton *makeField(const QString &objectName)
{
    auto *button = new QToolButton;
    button->setObjectName(objectName);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

StatusFields::StatusFields(const JobListModel &jobs, QWidget *parent)
    : QWidget(parent),
      m_jobs(jobs),
      m_state(makeField(u"statusState"_s)),
      m_count(makeField(u"statusJobs"_s)),
      m_running(makeField(u"statusRunning"_s)),
      m_next(makeField(u"statusNext"_s)),
      m_failed(makeField(u"statusFailed"_s)),
      m_channel(new ChannelField),
      m_zone(makeField(u"statusZone"_s))
{
    setObjectName(u"statusFields"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 0, 4, 0);
    layout->setSpacing(4);
    for (QToolButton *button : {m_state, m_count, m_running, m_next, m_failed})
        layout->addWidget(button);
    layout->addStretch(1);
    layout->addWidget(m_channel);
    layout->addWidget(m_zone);
    connectButtons();
    connect(&m_jobs, &JobListModel::countsChanged, this, &StatusFields::refresh);
    refresh();
}

void StatusFields::connectButtons()
{
    const auto selects = [this](QToolButton *button, JobSelection selection) {
        connect(button, &QToolButton::clicked, this,
                [this, selection] { emit selectionRequested(selection); });
    };
    selects(m_count, JobSelection::All);
    selects(m_running, JobSelection::Running);
    selects(m_failed, JobSelection::Failed);
    connect(m_state, &QToolButton::clicked, this, &StatusFields::pauseToggleRequested);
    connect(m_next, &QToolButton::clicked, this, [this] {
        if (const Job *job = m_jobs.nextDue())
            emit jobRequested(job->id);
    });
    connect(m_zone, &QToolButton::clicked, this,
            [this] { emit zoneMenuRequested(m_zone->mapToGlobal(QPoint(0, 0))); });
}

void StatusFields::setSchedulerPaused(bool paused)
{
    if (paused == m_paused)
        return;
    m_paused = paused;
    refresh();
}

void StatusFields::setChannels(const std::vector<ChannelHealth> &channels)
{
    m_channel->setChannels(channels);
}

void StatusFields::setTimeView(const TimeView &view)
{
    m_view = view;
    m_channel->setTimeView(view);
    refresh();
}

void StatusFields::setNow(Instant now)
{
    m_view.now = now;
    m_channel->setTimeView(m_view);
    m_next->setText(nextText());
}

QString StatusFields::nextText() const
{
    const Job *job = m_jobs.nextDue();
    if (!job)
        return tr("nothing due");
    const QString name = fontMetrics().elidedText(job->name, Qt::ElideRight, 220);
    return tr("next %1 %2").arg(name, relativeTime(nextStart(*job), m_view));
}

QString StatusFields::summary() const
{
    if (m_paused)
        return tr("All jobs are paused");
    const int running = m_jobs.counts()[size_t(JobSelection::Running)];
    return tr("%n running", "", running) + u" · "_s + nextText();
}

void StatusFields::refresh()
{
    const JobCounts &counts = m_jobs.counts();
    const int failed = counts[size_t(JobSelection::Failed)];
    const bool dark = isDark(palette());
    const QColor color = toneColors(m_paused ? Tone::Missed : Tone::Success, dark).text;
    m_state->setIcon(symbolPixmap(m_paused ? u"state-paused"_s : u"state-success"_s, 16,
                                  devicePixelRatioF(), color));
    m_state->setText(m_paused ? tr("Paused") : tr("On"));
    m_state->setToolTip(m_paused ? tr("No job starts by schedule. Click to resume.")
                                 : tr("Jobs start by schedule. Click to pause all."));
    m_count->setText(tr("%n job(s)", "", m_jobs.jobCount()));
    m_running->setText(tr("%n running", "", counts[size_t(JobSelection::Running)]));
    m_next->setText(nextText());
    m_next->setEnabled(m_jobs.nextDue() != nullptr);
    m_failed->setText(tr("%n failed", "", failed));
    if (failed > 0)
        m_failed->setIcon(symbolPixmap(u"state-failed"_s, 16, devicePixelRatioF(),
                                       toneColors(Tone::Failure, dark).text));
    else
        m_failed->setIcon({});
    const bool isUtc = m_view.zone == Zone::utc();
    m_zone->setText(isUtc ? tr("UTC") : tr("Local (%1)").arg(m_view.zone.id()));
    m_zone->setToolTip(tr("The zone in which times are shown; no schedule changes with it"));
}

void StatusFields::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace carillon::ui
