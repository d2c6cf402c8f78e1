// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/format/timeview.h"

#include <QWidget>

class QSettings;
class QSplitter;
class QStackedWidget;

namespace carillon {
class SchedulerClient;
struct SchedulerNews;
} // namespace carillon

namespace carillon::ui {

class EmptyState;
class LogPane;
class RunTable;

/// The runs of all jobs, newest first, and below them the log of the one chosen.
class RunsPage : public QWidget
{
    Q_OBJECT

public:
    /// `client` must outlive it.
    explicit RunsPage(SchedulerClient &client, QWidget *parent = nullptr);

    void apply(const SchedulerNews &news);
    void setTimeView(const TimeView &view);
    void setNow(Instant now);
    void saveLayout(QSettings &settings) const;
    void restoreLayout(QSettings &settings);

signals:
    void failed(const QString &message);

protected:
    void changeEvent(QEvent *event) override;

private:
    void chooseLog();
    void refreshEmpty();
    void retranslate();

    RunTable *m_runs;
    EmptyState *m_noRuns;
    QStackedWidget *m_stack;
    LogPane *m_log;
    QSplitter *m_splitter;
};

} // namespace carillon::ui
