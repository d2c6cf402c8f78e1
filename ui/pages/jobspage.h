// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/joboverview.h"
#include "ui/format/timeview.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;
class QSettings;

namespace carillon {
class SchedulerClient;
struct SchedulerNews;
} // namespace carillon

namespace carillon::ui {

class DetailPane;
class EmptyState;
class JobListModel;
class RowTable;

/// The table of jobs, and below it all about the one chosen.
class JobsPage : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    JobsPage(SchedulerClient &client, JobListModel &jobs, QWidget *parent = nullptr);

    /// The selected jobs, from top to bottom.
    std::vector<JobId> selectedJobs() const;
    /// Shows it in the table, if the filter lets it through.
    void selectJob(const JobId &id);
    void selectAll();
    void apply(const SchedulerNews &news);
    /// The jobs have been read anew.
    void refresh();
    void setTimeView(const TimeView &view);
    void setNow(Instant now);
    /// What is typed in the filter box; said when nothing matches.
    void setTyped(const QString &typed);

    DetailPane &details() { return *m_details; }
    RowTable &table() { return *m_table; }
    void setDetailsShown(bool shown);
    void showLog();
    void saveLayout(QSettings &settings) const;
    void restoreLayout(QSettings &settings);

signals:
    void selectionChanged();
    void editRequested(const carillon::JobId &id);
    void newJobRequested();
    void clearFilterRequested();
    void menuRequested(const QPoint &globalPosition);

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectTable();
    void refreshEmpty();
    void retranslate();

    JobListModel &m_jobs;
    QString m_typed;
    bool m_detailsShown = true;
    RowTable *m_table;
    EmptyState *m_noJobs;
    EmptyState *m_noMatch;
    QStackedWidget *m_stack;
    DetailPane *m_details;
    QSplitter *m_splitter;
};

} // namespace carillon::ui
