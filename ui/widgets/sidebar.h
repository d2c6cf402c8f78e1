// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/jobfilter.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace carillon::ui {

enum class Page : std::uint8_t { Jobs, Runs };

/// The pages of the window, and below them the selections of jobs with their numbers.
class Sidebar : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    void setPage(Page page);
    void setSelection(JobSelection selection);
    void setCounts(const JobCounts &counts);
    /// Icons only.
    void setCompact(bool compact);

signals:
    void pageRequested(carillon::ui::Page page);
    void selectionRequested(carillon::ui::JobSelection selection);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addEntries();
    void retranslate();
    void fitHeights();

    QListWidget *m_pages;
    QListWidget *m_selections;
    QLabel *m_heading;
    bool m_compact = false;
};

} // namespace carillon::ui
