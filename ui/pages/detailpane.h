// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/joboverview.h"
#include "ui/format/timeview.h"

#include <QTabWidget>

class QStackedWidget;

namespace carillon {
class SchedulerClient;
struct SchedulerNews;
} // namespace carillon

namespace carillon::ui {

class EmptyState;
class LogPane;
class OverviewPanel;
class RunTable;

/// All about one job: Overview, Runs, Log. The log is that of the run chosen in Runs, and of the
/// newest one as long as none is chosen.
class DetailPane : public QTabWidget
{
    Q_OBJECT

public:
    enum Tab { Overview, Runs, Log };

    /// `client` must outlive it.
    explicit DetailPane(SchedulerClient &client, QWidget *parent = nullptr);

    void showJob(const JobOverview &overview);
    void apply(const SchedulerNews &news);
    void setTimeView(const TimeView &view);
    void setNow(Instant now);
    void showLog() { setCurrentIndex(Log); }

signals:
    void failed(const QString &message);
    void runRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void chooseLog();
    void refreshEmpty();
    void retranslate();

    TimeView m_view;
    std::optional<JobOverview> m_overview;
    OverviewPanel *m_overviewPanel;
    QStackedWidget *m_runStack;
    EmptyState *m_noRuns;
    RunTable *m_runs;
    LogPane *m_log;
};

} // namespace carillon::ui
