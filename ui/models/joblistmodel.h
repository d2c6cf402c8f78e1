// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/joboverview.h"
#include "ui/format/timeview.h"
#include "ui/models/jobfilter.h"

#include <QAbstractTableModel>
#include <QCollator>
#include <QHash>

namespace carillon {
struct SchedulerNews;
}

namespace carillon::ui {

/// The jobs as a table: holds copies, is told what changed, filters and sorts by itself, because
/// a proxy is too slow for ten thousand rows.
class JobListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { State, Name, Schedule, NextRun, LastRun, LastResult, Tags, ColumnCount };
    enum Role { BadgeRole = Qt::UserRole, JobIdRole };

    explicit JobListModel(QObject *parent = nullptr);

    void setTimeView(const TimeView &view);
    /// Time has passed; only what reads differently is repainted.
    void setNow(Instant now);

    /// Replaces everything.
    void setJobs(const std::vector<JobOverview> &jobs);
    void apply(const SchedulerNews &news);

    void setSelection(JobSelection selection);
    void setWords(const QStringList &words);
    bool isFiltered() const { return m_selection != JobSelection::All || !m_words.isEmpty(); }

    int jobCount() const { return int(m_rows.size()); }
    const JobCounts &counts() const { return m_counts; }
    /// The job due first, if one is.
    const Job *nextDue() const;

    /// Null if it is not there; visible or not. Good until the next change.
    const JobOverview *find(const JobId &id) const;
    const JobOverview *at(const QModelIndex &index) const;
    /// Invalid if it is not visible.
    QModelIndex indexOf(const JobId &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

signals:
    void countsChanged();

private:
    struct Row
    {
        JobOverview overview;
        QString searchText;
        QString schedule;
        QCollatorSortKey nameKey;
    };

    void takeLocale(const QLocale &locale);
    Row rowOf(const JobOverview &overview) const;
    bool isVisible(const Row &row) const;
    bool lessThan(const Row &left, const Row &right) const;
    void put(const JobOverview &overview);
    void renew(Row &row, const JobOverview &overview) const;
    void remove(const JobId &id);
    void rebuildVisible();
    void arrange();
    void recount();
    QString text(const Row &row, Column column) const;
    QString toolTip(const Row &row, Column column) const;
    QString nextRunText(const JobOverview &overview) const;
    QString nextRunToolTip(const Job &job) const;

    TimeView m_view;
    QCollator m_collator;
    std::vector<Row> m_rows;
    QHash<JobId, int> m_rowOf;
    std::vector<int> m_visible;
    QHash<JobId, int> m_visibleRowOf;
    JobSelection m_selection = JobSelection::All;
    QStringList m_words;
    int m_sortColumn = Name;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    JobCounts m_counts{};
};

} // namespace carillon::ui
