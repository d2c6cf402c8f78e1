// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/joblistmodel.h"

#include "core/scheduler/schedulerclient.h"
#include "core/triggers/scheduletext.h"
#include "ui/format/badge.h"
#include "ui/format/jobtext.h"
#include "ui/format/relativetime.h"
#include "ui/format/statetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace carillon::ui {

JobListModel::JobListModel(QObject *parent) : QAbstractTableModel(parent)
{
    takeLocale(m_view.locale);
}

void JobListModel::takeLocale(const QLocale &locale)
{
    m_collator.setLocale(locale);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_collator.setNumericMode(true);
}

void JobListModel::setTimeView(const TimeView &view)
{
    m_view = view;
    takeLocale(view.locale);
    for (Row &row : m_rows)
        row = rowOf(row.overview);
    arrange();
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void JobListModel::setNow(Instant now)
{
    const auto minute = [](Instant time) { return std::chrono::floor<std::chrono::minutes>(time); };
    const bool all = minute(now) != minute(m_view.now);
    m_view.now = now;
    const auto isNear = [now](std::optional<Instant> time) {
        return time && std::chrono::abs(*time - now) < 62s;
    };
    int first = all ? 0 : -1;
    int last = all ? int(m_visible.size()) - 1 : -1;
    for (int i = 0; !all && i < int(m_visible.size()); ++i) {
        const JobOverview &overview = m_rows[size_t(m_visible[size_t(i)])].overview;
        if (!isNear(nextStart(overview.job)) && !(overview.last && isNear(overview.last->ended)))
            continue;
        first = first < 0 ? i : first;
        last = i;
    }
    if (first >= 0 && last >= first)
        emit dataChanged(index(first, NextRun), index(last, LastRun), {Qt::DisplayRole});
}

void JobListModel::setJobs(const std::vector<JobOverview> &jobs)
{
    const QHash<JobId, int> knownRowOf = std::exchange(m_rowOf, {});
    std::vector<Row> known = std::exchange(m_rows, {});
    for (const JobOverview &overview : jobs) {
        m_rowOf.insert(overview.job.id, int(m_rows.size()));
        const auto row = knownRowOf.constFind(overview.job.id);
        if (row == knownRowOf.constEnd()) {
            m_rows.push_back(rowOf(overview));
            continue;
        }
        m_rows.push_back(std::move(known[size_t(*row)]));
        renew(m_rows.back(), overview);
    }
    arrange();
    recount();
}

void JobListModel::apply(const SchedulerNews &news)
{
    if (news.jobs.empty() && news.removedJobs.empty())
        return;
    for (const JobOverview &overview : news.jobs)
        put(overview);
    for (const JobId &id : news.removedJobs)
        remove(id);
    arrange();
    if (!m_visible.empty())
        emit dataChanged(index(0, 0), index(int(m_visible.size()) - 1, ColumnCount - 1));
    recount();
}

JobListModel::Row JobListModel::rowOf(const JobOverview &overview) const
{
    return {overview, searchText(overview.job),
            scheduleText(overview.job.trigger, m_view.locale, m_view.zone),
            m_collator.sortKey(overview.job.name)};
}

void JobListModel::put(const JobOverview &overview)
{
    const auto known = m_rowOf.constFind(overview.job.id);
    if (known != m_rowOf.constEnd()) {
        renew(m_rows[size_t(*known)], overview);
        return;
    }
    m_rowOf.insert(overview.job.id, int(m_rows.size()));
    m_rows.push_back(rowOf(overview));
}

/// Most news are about runs: the texts of the definition stay as they are.
void JobListModel::renew(Row &row, const JobOverview &overview) const
{
    if (row.overview.job.changed == overview.job.changed &&
        row.overview.job.trigger == overview.job.trigger)
        row.overview = overview;
    else
        row = rowOf(overview);
}

void JobListModel::remove(const JobId &id)
{
    const auto known = m_rowOf.constFind(id);
    if (known == m_rowOf.constEnd())
        return;
    m_rows.erase(m_rows.begin() + *known);
    m_rowOf.clear();
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_rowOf.insert(m_rows[i].overview.job.id, int(i));
}

void JobListModel::setSelection(JobSelection selection)
{
    if (selection == m_selection)
        return;
    m_selection = selection;
    arrange();
}

void JobListModel::setWords(const QStringList &words)
{
    if (words == m_words)
        return;
    m_words = words;
    arrange();
}

bool JobListModel::isVisible(const Row &row) const
{
    return belongs(row.overview, m_selection) &&
           std::all_of(m_words.begin(), m_words.end(),
                       [&row](const QString &word) { return row.searchText.contains(word); });
}

void JobListModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
}

/// Selection, current row and scroll position survive; a reset would lose them. Indexes are
/// followed by id, because rows may have been removed meanwhile.
void JobListModel::arrange()
{
    const QHash<JobId, int> before = m_visibleRowOf;
    QHash<int, JobId> idOf;
    for (auto it = before.begin(); it != before.end(); ++it)
        idOf.insert(it.value(), it.key());

    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList old = persistentIndexList();
    rebuildVisible();
    QModelIndexList mapped;
    mapped.reserve(old.size());
    for (const QModelIndex &index : old) {
        const int row = m_visibleRowOf.value(idOf.value(index.row()), -1);
        mapped << (row < 0 ? QModelIndex() : createIndex(row, index.column()));
    }
    changePersistentIndexList(old, mapped);
    emit layoutChanged({}, VerticalSortHint);
}

void JobListModel::rebuildVisible()
{
    m_visible.clear();
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (isVisible(m_rows[i]))
            m_visible.push_back(int(i));
    }
    const auto less = [this](int left, int right) {
        return lessThan(m_rows[size_t(left)], m_rows[size_t(right)]);
    };
    std::stable_sort(m_visible.begin(), m_visible.end(), less);
    m_visibleRowOf.clear();
    for (size_t i = 0; i < m_visible.size(); ++i)
        m_visibleRowOf.insert(m_rows[size_t(m_visible[i])].overview.job.id, int(i));
}

void JobListModel::recount()
{
    JobCounts counts{};
    for (const Row &row : m_rows) {
        for (const JobSelection selection : jobSelections)
            counts[size_t(selection)] += belongs(row.overview, selection) ? 1 : 0;
    }
    m_counts = counts;
    emit countsChanged();
}

const Job *JobListModel::nextDue() const
{
    const Job *first = nullptr;
    for (const Row &row : m_rows) {
        const Job &job = row.overview.job;
        if (job.next && !job.paused && (!first || *nextStart(job) < *nextStart(*first)))
            first = &job;
    }
    return first;
}

const JobOverview *JobListModel::find(const JobId &id) const
{
    const auto known = m_rowOf.constFind(id);
    return known == m_rowOf.constEnd() ? nullptr : &m_rows[size_t(*known)].overview;
}

const JobOverview *JobListModel::at(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    Q_ASSERT(checkIndex(index));
    return &m_rows[size_t(m_visible[size_t(index.row())])].overview;
}

QModelIndex JobListModel::indexOf(const JobId &id) const
{
    const int row = m_visibleRowOf.value(id, -1);
    return row < 0 ? QModelIndex() : index(row, Name);
}

int JobListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_visible.size());
}

int JobListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JobListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(m_visible[size_t(index.row())])];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(row, column);
    case Qt::ToolTipRole: return toolTip(row, column);
    case JobIdRole: return QVariant::fromValue(row.overview.job.id);
    case BadgeRole:
        if (column == State)
            return QVariant::fromValue(jobBadge(row.overview));
        if (column == LastResult && row.overview.last)
            return QVariant::fromValue(runBadge(*row.overview.last));
        return {};
    default: return {};
    }
}

QVariant JobListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case State: return tr("State");
    case Name: return tr("Name");
    case Schedule: return tr("Schedule");
    case NextRun: return tr("Next run");
    case LastRun: return tr("Last run");
    case LastResult: return tr("Result");
    case Tags: return tr("Tags");
    case ColumnCount: break;
    }
    return {};
}

} // namespace carillon::ui
