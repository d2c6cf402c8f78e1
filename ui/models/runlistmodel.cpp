// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/runlistmodel.h"

#include "ui/format/badge.h"
#include "ui/format/durationtext.h"
#include "ui/format/relativetime.h"
#include "ui/format/statetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace carillon::ui {

namespace {

bool isNewer(const Run &listed, RunId wanted)
{
    return listed.id > wanted;
}

} // namespace

RunListModel::RunListModel(QObject *parent) : QAbstractTableModel(parent) {}

void RunListModel::setTimeView(const TimeView &view)
{
    m_view = view;
    if (!m_runs.empty())
        emit dataChanged(index(0, 0), index(int(m_runs.size()) - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

/// Only the length of an active run changes with time; those are the newest.
void RunListModel::setNow(Instant now)
{
    m_view.now = now;
    for (int row = 0; row < int(m_runs.size()) && row < 200; ++row) {
        if (m_runs[size_t(row)].isActive())
            emit dataChanged(index(row, Length), index(row, Length), {Qt::DisplayRole});
    }
}

void RunListModel::setJob(const std::optional<JobId> &job)
{
    beginResetModel();
    m_job = job;
    m_runs.clear();
    m_complete = false;
    m_asked = false;
    endResetModel();
}

void RunListModel::append(const std::vector<Run> &older, bool isLast)
{
    takePage(older);
    // Only now: rows that come in make views ask for more.
    m_complete = isLast;
    m_asked = false;
}

void RunListModel::takePage(const std::vector<Run> &older)
{
    if (older.empty())
        return;
    if (!m_runs.empty() && older.front().id >= m_runs.back().id) {
        // News overtook the page: take it in run by run.
        for (const Run &run : older)
            insert(run);
        return;
    }
    const int first = int(m_runs.size());
    beginInsertRows({}, first, first + int(older.size()) - 1);
    m_runs.insert(m_runs.end(), older.begin(), older.end());
    endInsertRows();
}

/// Puts a run in its place, unless it is there already: what is there is newer.
void RunListModel::insert(const Run &run)
{
    const auto place = std::lower_bound(m_runs.begin(), m_runs.end(), run.id, isNewer);
    if (place != m_runs.end() && place->id == run.id)
        return;
    const int row = int(place - m_runs.begin());
    beginInsertRows({}, row, row);
    m_runs.insert(place, run);
    endInsertRows();
}

void RunListModel::apply(const std::vector<Run> &changed)
{
    for (const Run &run : changed) {
        if (m_job && run.job != *m_job)
            continue;
        const int row = rowOf(run.id);
        if (row >= 0) {
            m_runs[size_t(row)] = run;
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        } else if (m_complete || m_runs.empty() || run.id > m_runs.back().id) {
            // Others lie behind what is loaded and come with their page.
            insert(run);
        }
    }
}

int RunListModel::rowOf(RunId id) const
{
    const auto place = std::lower_bound(m_runs.begin(), m_runs.end(), id, isNewer);
    return place != m_runs.end() && place->id == id ? int(place - m_runs.begin()) : -1;
}

const Run *RunListModel::find(RunId id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_runs[size_t(row)];
}

const Run *RunListModel::at(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    Q_ASSERT(checkIndex(index));
    return &m_runs[size_t(index.row())];
}

QModelIndex RunListModel::indexOf(RunId id) const
{
    const int row = rowOf(id);
    return row < 0 ? QModelIndex() : index(row, Outcome);
}

int RunListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

int RunListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool RunListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete && !m_asked;
}

void RunListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_asked = true;
    emit olderRunsRequested(m_runs.empty() ? std::nullopt : std::optional(m_runs.back().id));
}

QVariant RunListModel::data(const QModelIndex &index, int role) const
{
    const Run *run = at(index);
    if (!run)
        return {};
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(*run, column);
    case Qt::ToolTipRole: return toolTip(*run, column);
    case RunIdRole: return QVariant::fromValue(run->id);
    case BadgeRole: return column == Outcome ? QVariant::fromValue(runBadge(*run)) : QVariant();
    default: return {};
    }
}

QString RunListModel::text(const Run &run, Column column) const
{
    const auto lengthOrDash = [](std::optional<Duration> length) {
        return length ? durationText(*length) : u"—"_s;
    };
    switch (column) {
    case Outcome: return runBadge(run).word;
    case JobName: return run.jobName;
    case Started: return run.started ? clockTime(*run.started, m_view.zone) : u"—"_s;
    case Due: return run.due ? clockTime(*run.due, m_view.zone) : u"—"_s;
    case Delay: return lengthOrDash(runDelay(run));
    case Length: return lengthOrDash(runLength(run, m_view.now));
    case StartedBy: return causeText(run);
    case Exit: return exitText(run.outcome);
    case ReturnValue: return returnText(run.outcome);
    case ColumnCount: break;
    }
    return {};
}

QString RunListModel::toolTip(const Run &run, Column column) const
{
    switch (column) {
    case Outcome: return run.outcome.reason;
    case Started: return run.started ? exactTime(*run.started, m_view.zone) : QString();
    case Due: return run.due ? exactTime(*run.due, m_view.zone) : QString();
    case JobName:
    case Exit:
    case ReturnValue: return text(run, column);
    default: return {};
    }
}

QVariant RunListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Outcome: return tr("Result");
    case JobName: return tr("Job");
    case Started: return tr("Started");
    case Due: return tr("Due");
    case Delay: return tr("Delay");
    case Length: return tr("Duration");
    case StartedBy: return tr("Started by");
    case Exit: return tr("Exit");
    case ReturnValue: return tr("Return value");
    case ColumnCount: break;
    }
    return {};
}

} // namespace carillon::ui
