// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/runtable.h"

#include "core/scheduler/schedulerclient.h"

using namespace Qt::StringLiterals;

namespace carillon::ui {

namespace {

constexpr int pageSize = 200;

} // namespace

RunTable::RunTable(SchedulerClient &client, QWidget *parent)
    : RowTable(RunListModel::BadgeRole, parent),
      m_client(client)
{
    setObjectName(u"runTable"_s);
    setModel(&m_model);
    setSelectionMode(SingleSelection);
    setWidths({168, 140, 148, 148, 84, 90, 84, 110, 120}, RunListModel::ReturnValue);
    connect(&m_model, &RunListModel::olderRunsRequested, this, &RunTable::fetch);
    connect(&m_rereading, &Rereading::due, this, &RunTable::readAgain);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RunTable::listChanged);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &RunTable::listChanged);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &RunTable::listChanged);
}

void RunTable::showJob(const std::optional<JobId> &job)
{
    ++m_generation;
    m_model.setJob(job);
    setColumnHidden(RunListModel::JobName, job.has_value());
    m_model.fetchMore({});
}

void RunTable::apply(const SchedulerNews &news)
{
    m_model.apply(news.runs);
    if (news.manyRuns)
        m_rereading.request();
}

void RunTable::fetch(std::optional<RunId> before)
{
    const RunQuery query{m_model.job(), before, pageSize};
    m_client.runs(query).then(
        this, [this, generation = m_generation](const Result<std::vector<Run>> &page) {
            if (generation != m_generation)
                return;
            if (page)
                m_model.append(*page, int(page->size()) < pageSize);
            else
                emit failed(page.error().message);
        });
}

/// Too much has happened to be told run by run: begins anew with the newest.
void RunTable::readAgain()
{
    const RunQuery query{m_model.job(), {}, pageSize};
    m_client.runs(query).then(
        this, [this, generation = m_generation](const Result<std::vector<Run>> &page) {
            if (generation == m_generation && page)
                replaceRuns(*page);
            else if (!page)
                emit failed(page.error().message);
            m_rereading.finish();
        });
}

void RunTable::replaceRuns(const std::vector<Run> &newest)
{
    const Run *const current = currentRun();
    const RunId chosen = current ? current->id : RunId{};
    ++m_generation; // pages that are on their way belong to the old list
    m_model.setJob(m_model.job());
    m_model.append(newest, int(newest.size()) < pageSize);
    if (const QModelIndex index = m_model.indexOf(chosen); index.isValid())
        setCurrentIndex(index);
}

void RunTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    RowTable::currentChanged(current, previous);
    emit currentRunChanged();
}

} // namespace carillon::ui
