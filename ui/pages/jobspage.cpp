// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/jobspage.h"

#include "ui/models/joblistmodel.h"
#include "ui/pages/detailpane.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/rowtable.h"

#include <QEvent>
#include <QHeaderView>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace carillon::ui {

JobsPage::JobsPage(SchedulerClient &client, JobListModel &jobs, QWidget *parent)
    : QWidget(parent),
      m_jobs(jobs),
      m_table(new RowTable(JobListModel::BadgeRole)),
      m_noJobs(new EmptyState(u"empty-jobs"_s)),
      m_noMatch(new EmptyState(u"empty-search"_s)),
      m_stack(new QStackedWidget),
      m_details(new DetailPane(client)),
      m_splitter(new QSplitter(Qt::Vertical))
{
    setObjectName(u"jobsPage"_s);
    m_table->setObjectName(u"jobTable"_s);
    m_table->setModel(&m_jobs);
    m_table->setWidths({128, 220, 236, 124, 128, 156, 100}, JobListModel::Name);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(JobListModel::Name, Qt::AscendingOrder);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_noJobs, m_noMatch, m_table})
        m_stack->addWidget(widget);
    m_splitter->setObjectName(u"jobsSplitter"_s);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_details);
    m_splitter->setCollapsible(0, false);
    m_splitter->setStretchFactor(0, 58);
    m_splitter->setStretchFactor(1, 42);
    m_splitter->setSizes({580, 420});
    m_splitter->setHandleWidth(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    setFocusProxy(m_table);
    connectTable();
    retranslate();
}

void JobsPage::connectTable()
{
    connect(m_table, &RowTable::rowActivated, this, [this](const QModelIndex &index) {
        if (const JobOverview *overview = m_jobs.at(index))
            emit editRequested(overview->job.id);
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        if (m_table->indexAt(position).isValid())
            emit menuRequested(m_table->viewport()->mapToGlobal(position));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &JobsPage::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &JobsPage::refresh);
    connect(&m_jobs, &QAbstractItemModel::layoutChanged, this, &JobsPage::refresh);
    connect(m_noJobs, &EmptyState::buttonClicked, this, &JobsPage::newJobRequested);
    connect(m_noMatch, &EmptyState::buttonClicked, this, &JobsPage::clearFilterRequested);
}

std::vector<JobId> JobsPage::selectedJobs() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    std::vector<JobId> ids;
    for (const int row : rows) {
        if (const JobOverview *overview = m_jobs.at(m_jobs.index(row, 0)))
            ids.push_back(overview->job.id);
    }
    return ids;
}

void JobsPage::selectJob(const JobId &id)
{
    const QModelIndex index = m_jobs.indexOf(id);
    if (!index.isValid())
        return;
    m_table->setCurrentIndex(index);
    m_table->selectRow(index.row());
    m_table->scrollTo(index);
}

void JobsPage::selectAll()
{
    m_table->selectAll();
}

void JobsPage::apply(const SchedulerNews &news)
{
    m_details->apply(news);
    refresh();
}

void JobsPage::setTimeView(const TimeView &view)
{
    m_details->setTimeView(view);
}

void JobsPage::setNow(Instant now)
{
    m_details->setNow(now);
}

void JobsPage::setTyped(const QString &typed)
{
    m_typed = typed.trimmed();
    refreshEmpty();
}

void JobsPage::showLog()
{
    m_details->showLog();
}

void JobsPage::setDetailsShown(bool shown)
{
    m_detailsShown = shown;
    refresh();
}

/// The first selected job is the one the details are about; without a selection there are none.
void JobsPage::refresh()
{
    const std::vector<JobId> selected = selectedJobs();
    const JobOverview *overview = selected.empty() ? nullptr : m_jobs.find(selected.front());
    const JobOverview *current = m_jobs.at(m_table->currentIndex());
    if (current && m_table->selectionModel()->isRowSelected(m_table->currentIndex().row()))
        overview = current;
    if (overview)
        m_details->showJob(*overview);
    m_details->setVisible(overview && m_detailsShown);
    refreshEmpty();
    emit selectionChanged();
}

void JobsPage::refreshEmpty()
{
    const bool noJobs = m_jobs.jobCount() == 0;
    const bool noMatch = !noJobs && m_jobs.rowCount() == 0;
    m_stack->setCurrentWidget(noJobs    ? static_cast<QWidget *>(m_noJobs)
                              : noMatch ? m_noMatch
                                        : static_cast<QWidget *>(m_table));
    const QString sentence =
        m_typed.isEmpty() ? tr("No job is in this state") : tr("Nothing matches “%1”").arg(m_typed);
    m_noMatch->setText(sentence, tr("Clear filter"));
}

void JobsPage::saveLayout(QSettings &settings) const
{
    settings.setValue(u"jobs/splitter"_s, m_splitter->saveState());
    settings.setValue(u"jobs/header"_s, m_table->horizontalHeader()->saveState());
}

void JobsPage::restoreLayout(QSettings &settings)
{
    m_splitter->restoreState(settings.value(u"jobs/splitter"_s).toByteArray());
    m_table->horizontalHeader()->restoreState(settings.value(u"jobs/header"_s).toByteArray());
}

void JobsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void JobsPage::retranslate()
{
    m_table->setAccessibleName(tr("Jobs"));
    m_noJobs->setText(tr("No jobs yet"), tr("New job"));
    refreshEmpty();
}

} // namespace carillon::ui
