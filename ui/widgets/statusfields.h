// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/ids.h"
#include "core/scheduler/channelhealth.h"
#include "ui/format/timeview.h"
#include "ui/models/jobfilter.h"

#include <QWidget>

class QToolButton;

namespace carillon::ui {

class ChannelField;
class JobListModel;

/// The fields of the status bar. Each is a button that leads to what it tells.
class StatusFields : public QWidget
{
    Q_OBJECT

public:
    /// `jobs` must outlive it.
    explicit StatusFields(const JobListModel &jobs, QWidget *parent = nullptr);

    void setSchedulerPaused(bool paused);
    void setChannels(const std::vector<ChannelHealth> &channels);
    void setTimeView(const TimeView &view);
    void setNow(Instant now);
    void refresh();

    /// "2 running · next Backup in 3 min": the state of things in one line.
    QString summary() const;

signals:
    void pauseToggleRequested();
    void selectionRequested(carillon::ui::JobSelection selection);
    void jobRequested(const carillon::JobId &id);
    void zoneMenuRequested(const QPoint &globalPosition);

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectButtons();
    QString nextText() const;

    const JobListModel &m_jobs;
    TimeView m_view;
    bool m_paused = false;
    QToolButton *m_state;
    QToolButton *m_count;
    QToolButton *m_running;
    QToolButton *m_next;
    QToolButton *m_failed;
    ChannelField *m_channel;
    QToolButton *m_zone;
};

} // namespace carillon::ui
