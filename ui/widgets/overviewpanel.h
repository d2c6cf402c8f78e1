// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/joboverview.h"
#include "ui/format/timeview.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace carillon::ui {

class ElidedLabel;
class StateBadge;

/// One job in words: when it runs, what it runs, by which rules, and how it went last.
class OverviewPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit OverviewPanel(QWidget *parent = nullptr);

    void showJob(const JobOverview &overview);
    void setTimeView(const TimeView &view);
    /// Time has passed: the relative times are said anew.
    void setNow(Instant now);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Section { Schedule, Upcoming, Rules, Last, Action, Notes, SectionCount };

    void addSection(QVBoxLayout *column, Section section);
    void refresh();
    void paintProblem();
    void setText(Section section, const QString &text);
    QString scheduleWords() const;
    QString upcomingWords() const;
    QString lastWords() const;
    QString actionWords() const;
    void retranslate();

    TimeView m_view;
    std::optional<JobOverview> m_overview;
    QLabel *m_name;
    StateBadge *m_badge;
    ElidedLabel *m_problem;
    StateBadge *m_lastBadge;
    QLabel *m_captions[SectionCount];
    ElidedLabel *m_texts[SectionCount];
};

} // namespace carillon::ui
