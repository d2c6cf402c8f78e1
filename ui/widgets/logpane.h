// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/run.h"
#include "ui/format/timeview.h"
#include "ui/widgets/logtext.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace carillon {
class SchedulerClient;
struct SchedulerNews;
} // namespace carillon

namespace carillon::ui {

class EmptyState;
class LogView;

/// The log of one run: opens at its end, follows it while it is running, fetches what lies
/// further up as one scrolls there. Reads at most 256 KiB at a time and keeps at most 16 MiB.
class LogPane : public QWidget
{
    Q_OBJECT

public:
    /// `client` must outlive it.
    explicit LogPane(SchedulerClient &client, QWidget *parent = nullptr);

    /// Nothing: says that there is no run.
    void showRun(const std::optional<Run> &run);
    const std::optional<Run> &run() const { return m_run; }
    void apply(const SchedulerNews &news);
    void setTimeView(const TimeView &view);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Direction { Down, Up };

    void open();
    void readAgain();
    void takeRun(const Run &run);
    void fetch(Direction direction);
    void take(const LogChunk &chunk, Direction direction);
    void refresh();
    void retranslate();

    SchedulerClient &m_client;
    TimeView m_view;
    std::optional<Run> m_run;
    LogText m_text;
    bool m_opened = false; ///< the end of the log has been read once
    bool m_fetching = false;
    bool m_wanted = false; ///< more output came while fetching
    int m_generation = 0;

    QLabel *m_title;
    QToolButton *m_follow;
    QToolButton *m_copy;
    QStackedWidget *m_stack;
    LogView *m_log;
    EmptyState *m_empty;
};

} // namespace carillon::ui
