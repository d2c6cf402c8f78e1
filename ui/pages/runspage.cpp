// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/runspage.h"

#include "ui/widgets/emptystate.h"
#include "ui/widgets/logpane.h"
#include "ui/widgets/runtable.h"

#include <QEvent>
#include <QHeaderView>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace carillon::ui {

RunsPage::RunsPage(SchedulerClient &client, QWidget *parent)
    : QWidget(parent),
      m_runs(new RunTable(client)),
      m_noRuns(new EmptyState(u"empty-runs"_s)),
      m_stack(new QStackedWidget),
      m_log(new LogPane(client)),
      m_splitter(new QSplitter(Qt::Vertical))
{
    setObjectName(u"runsPage"_s);
    m_runs->setObjectName(u"allRunsTable"_s);
    m_stack->addWidget(m_noRuns);
    m_stack->addWidget(m_runs);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_log);
    m_splitter->setCollapsible(0, false);
    m_splitter->setStretchFactor(0, 58);
    m_splitter->setStretchFactor(1, 42);
    m_splitter->setSizes({580, 420});
    m_splitter->setHandleWidth(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);

    connect(m_runs, &RunTable::currentRunChanged, this, &RunsPage::chooseLog);
    connect(m_runs, &RunTable::listChanged, this, [this] {
        refreshEmpty();
        chooseLog();
    });
    connect(m_runs, &RunTable::failed, this, &RunsPage::failed);
    retranslate();
    m_runs->showJob({});
}

void RunsPage::apply(const SchedulerNews &news)
{
    m_runs->apply(news);
    m_log->apply(news);
}

void RunsPage::setTimeView(const TimeView &view)
{
    m_runs->runs().setTimeView(view);
    m_log->setTimeView(view);
}

void RunsPage::setNow(Instant now)
{
    m_runs->runs().setNow(now);
}

void RunsPage::chooseLog()
{
    const Run *chosen = m_runs->currentRun();
    m_log->showRun(chosen ? std::optional(*chosen) : std::nullopt);
    m_log->setVisible(chosen != nullptr);
}

void RunsPage::refreshEmpty()
{
    const bool empty = m_runs->runs().rowCount() == 0;
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_noRuns) : m_runs);
}

void RunsPage::saveLayout(QSettings &settings) const
{
    settings.setValue(u"runs/splitter"_s, m_splitter->saveState());
    settings.setValue(u"runs/header"_s, m_runs->horizontalHeader()->saveState());
}

void RunsPage::restoreLayout(QSettings &settings)
{
    m_splitter->restoreState(settings.value(u"runs/splitter"_s).toByteArray());
    m_runs->horizontalHeader()->restoreState(settings.value(u"runs/header"_s).toByteArray());
}

void RunsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RunsPage::retranslate()
{
    m_runs->setAccessibleName(tr("Runs of all jobs"));
    m_noRuns->setText(tr("Nothing has run yet"));
}

} // namespace carillon::ui
