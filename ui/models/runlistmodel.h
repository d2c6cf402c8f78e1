// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/run.h"
#include "ui/format/timeview.h"

#include <QAbstractTableModel>

namespace carillon::ui {

/// Runs as a table, newest first; older ones are asked for when the view reaches the end.
class RunListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Outcome,
        JobName,
        Started,
        Due,
        Delay,
        Length,
        StartedBy,
        Exit,
        ReturnValue,
        ColumnCount
    };
    enum Role { BadgeRole = Qt::UserRole, RunIdRole };

    explicit RunListModel(QObject *parent = nullptr);

    void setTimeView(const TimeView &view);
    void setNow(Instant now);

    /// Only runs of this job are taken in; of all jobs without one. Empties the list.
    void setJob(const std::optional<JobId> &job);
    const std::optional<JobId> &job() const { return m_job; }

    /// A page of older runs, newest first; `isLast` if there are none behind it.
    void append(const std::vector<Run> &older, bool isLast);
    /// Runs that are new or have changed, oldest first.
    void apply(const std::vector<Run> &changed);

    /// Null if it is not in the list. Good until the next change.
    const Run *find(RunId id) const;
    const Run *at(const QModelIndex &index) const;
    QModelIndex indexOf(RunId id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    /// Answer with append(). Nothing: from the newest on.
    void olderRunsRequested(std::optional<carillon::RunId> before);

private:
    void takePage(const std::vector<Run> &older);
    void insert(const Run &run);
    int rowOf(RunId id) const;
    QString text(const Run &run, Column column) const;
    QString toolTip(const Run &run, Column column) const;

    TimeView m_view;
    std::optional<JobId> m_job;
    std::vector<Run> m_runs; ///< by falling id
    bool m_complete = true;
    bool m_asked = false;
};

} // namespace carillon::ui
