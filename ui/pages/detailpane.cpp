// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/detailpane.h"

#include "core/scheduler/schedulerclient.h"
#include "ui/format/relativetime.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/logpane.h"
#include "ui/widgets/overviewpanel.h"
#include "ui/widgets/runtable.h"

#include <QEvent>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace carillon::ui {

DetailPane::DetailPane(SchedulerClient &client, QWidget *parent)
    : QTabWidget(parent),
      m_overviewPanel(new OverviewPanel),
      m_runStack(new QStackedWidget),
      m_noRuns(new EmptyState(u"empty-runs"_s)),
      m_runs(new RunTable(client)),
      m_log(new LogPane(client))
{
    setObjectName(u"detailTabs"_s);
    setDocumentMode(true);
    m_runStack->addWidget(m_noRuns);
    m_runStack->addWidget(m_runs);
    addTab(m_overviewPanel, QString());
    addTab(m_runStack, QString());
    addTab(m_log, QString());

    connect(m_runs, &RunTable::currentRunChanged, this, &DetailPane::chooseLog);
    connect(m_runs, &RunTable::rowActivated, this, &DetailPane::showLog);
    connect(m_runs, &RunTable::failed, this, &DetailPane::failed);
    connect(m_runs, &RunTable::listChanged, this, [this] {
        refreshEmpty();
        chooseLog();
    });
    connect(m_noRuns, &EmptyState::buttonClicked, this, &DetailPane::runRequested);
    for (const Tab tab : {Overview, Runs, Log}) {
        auto *key = new QShortcut(QKeySequence(u"Alt+%1"_s.arg(tab + 1)), this);
        connect(key, &QShortcut::activated, this, [this, tab] { setCurrentIndex(tab); });
    }
    retranslate();
}

void DetailPane::showJob(const JobOverview &overview)
{
    const bool same = m_overview && m_overview->job.id == overview.job.id;
    m_overview = overview;
    m_overviewPanel->showJob(overview);
    if (!same) {
        m_log->showRun({});
        m_runs->showJob(overview.job.id);
    }
    refreshEmpty();
}

void DetailPane::apply(const SchedulerNews &news)
{
    m_runs->apply(news);
    m_log->apply(news);
}

void DetailPane::setTimeView(const TimeView &view)
{
    m_view = view;
    m_overviewPanel->setTimeView(view);
    m_runs->runs().setTimeView(view);
    m_log->setTimeView(view);
    refreshEmpty();
}

void DetailPane::setNow(Instant now)
{
    m_view.now = now;
    m_overviewPanel->setNow(now);
    m_runs->runs().setNow(now);
}

/// Due times that were missed or skipped have no log, so the newest run that began is shown.
void DetailPane::chooseLog()
{
    if (const Run *chosen = m_runs->currentRun()) {
        m_log->showRun(*chosen);
        return;
    }
    const RunListModel &runs = m_runs->runs();
    const Run *newest = runs.at(runs.index(0, 0));
    for (int row = 0; row < runs.rowCount(); ++row) {
        const Run *run = runs.at(runs.index(row, 0));
        if (run->started) {
            newest = run;
            break;
        }
    }
    m_log->showRun(newest ? std::optional(*newest) : std::nullopt);
}

void DetailPane::refreshEmpty()
{
    const bool empty = m_runs->runs().rowCount() == 0;
    m_runStack->setCurrentWidget(empty ? static_cast<QWidget *>(m_noRuns) : m_runs);
    if (!m_overview)
        return;
    const std::optional<Instant> next = nextStart(m_overview->job);
    const QString sentence =
        next ? tr("This job has not run yet. Next: %1").arg(relativeTime(*next, m_view))
             : tr("This job has not run yet.");
    m_noRuns->setText(sentence, tr("Run now"));
}

void DetailPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTabWidget::changeEvent(event);
}

void DetailPane::retranslate()
{
    setTabText(Overview, tr("Overview"));
    setTabText(Runs, tr("Runs"));
    setTabText(Log, tr("Log"));
    m_runs->setAccessibleName(tr("Runs of this job"));
    refreshEmpty();
}

} // namespace carillon::ui
