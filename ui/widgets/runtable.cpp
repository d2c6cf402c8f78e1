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

void RunTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    RowTable::currentChanged(current, previous);
    emit currentRunChanged();
}

} // namespace carillon::ui
