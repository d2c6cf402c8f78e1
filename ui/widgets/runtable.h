// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/rereading.h"
#include "ui/models/runlistmodel.h"
#include "ui/widgets/rowtable.h"

namespace carillon {
class SchedulerClient;
struct SchedulerNews;
} // namespace carillon

namespace carillon::ui {

/// The runs of one job, or of all, newest first; fetches older ones as one scrolls down.
class RunTable : public RowTable
{
    Q_OBJECT

public:
    /// `client` must outlive it.
    explicit RunTable(SchedulerClient &client, QWidget *parent = nullptr);

    /// Begins anew with the runs of this job, or with those of all jobs.
    void showJob(const std::optional<JobId> &job);
    void apply(const SchedulerNews &news);
    RunListModel &runs() { return m_model; }
    const Run *currentRun() const { return m_model.at(currentIndex()); }

signals:
    void currentRunChanged();
    /// Rows came, went or changed.
    void listChanged();
    /// A request failed; a sentence for people.
    void failed(const QString &message);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void fetch(std::optional<RunId> before);
    void readAgain();
    void replaceRuns(const std::vector<Run> &newest);

    SchedulerClient &m_client;
    RunListModel m_model;
    Rereading m_rereading;
    int m_generation = 0; ///< answers to questions about an earlier job are dropped
};

} // namespace carillon::ui
