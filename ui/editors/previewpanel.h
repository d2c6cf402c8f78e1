// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/ids.h"
#include "core/time/clock.h"
#include "core/triggers/trigger.h"

#include <QWidget>

#include <optional>

class QLabel;
class QTableWidget;

namespace carillon::ui {

class FieldMessage;
class NoteList;

/// Shows what a schedule means: in words, its next ten times, how often, and what may surprise.
class PreviewPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPanel(const Clock &clock);

    /// While the schedule is wrong, the last good one stays, greyed, under the reason.
    /// The job's id decides how long random delays are.
    void setTrigger(const Result<std::optional<Trigger>> &trigger, const JobId &job = {});

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fitTimes();
    void display(const std::optional<Trigger> &trigger);
    void fillTimes(const std::vector<Instant> &times, const Zone &zone);
    void retranslate();

    const Clock &m_clock;
    std::optional<Trigger> m_shown; ///< the last good one
    JobId m_job;
    QLabel *m_title;
    FieldMessage *m_problem;
    QWidget *m_body;
    QLabel *m_sentence;
    QLabel *m_rate;
    QLabel *m_timesTitle;
    QTableWidget *m_times;
    NoteList *m_notes;
};

} // namespace carillon::ui
