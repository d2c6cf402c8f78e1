// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/joblistmodel.h"

#include "core/triggers/scheduletext.h"
#include "ui/format/badge.h"
#include "ui/format/jobtext.h"
#include "ui/format/relativetime.h"

using namespace Qt::StringLiterals;

// What the cells say and how they sort; the rest of the model is in joblistmodel.cpp.
namespace carillon::ui {

namespace {

std::optional<Instant> lastTime(const JobOverview &overview)
{
    if (!overview.last)
        return {};
    const Run &run = *overview.last;
    return run.started ? run.started : run.due;
}

/// Empty times go last, whichever way the column is sorted.
int compareTimes(std::optional<Instant> left, std::optional<Instant> right, bool descending)
{
    if (!left || !right)
        return int(!left) - int(!right);
    const int order = *left < *right ? -1 : int(*left > *right);
    return descending ? -order : order;
}

int compareTexts(const QString &left, const QString &right, bool descending)
{
    const int order = left.compare(right, Qt::CaseInsensitive);
    return descending ? -order : order;
}

int resultRank(const JobOverview &overview)
{
    return overview.last ? int(overview.last->state) : 100;
}

} // namespace

bool JobListModel::lessThan(const Row &left, const Row &right) const
{
    const bool down = m_sortOrder == Qt::DescendingOrder;
    const JobOverview &a = left.overview;
    const JobOverview &b = right.overview;
    const auto compareNumbers = [down](int x, int y) { return down ? y - x : x - y; };
    switch (Column(m_sortColumn)) {
    case State: return compareNumbers(int(a.state()), int(b.state())) < 0;
    case Schedule: return compareTexts(left.schedule, right.schedule, down) < 0;
    case NextRun: return compareTimes(nextStart(a.job), nextStart(b.job), down) < 0;
    case LastRun: return compareTimes(lastTime(a), lastTime(b), down) < 0;
    case LastResult:
        if (const int order = compareNumbers(resultRank(a), resultRank(b)))
            return order < 0;
        return compareTimes(lastTime(a), lastTime(b), true) < 0;
    case Tags: return compareTexts(a.job.tags.join(u' '), b.job.tags.join(u' '), down) < 0;
    case Name:
    case ColumnCount: break;
    }
    const int order = left.nameKey.compare(right.nameKey);
    return (down ? -order : order) < 0;
}

QString JobListModel::text(const Row &row, Column column) const
{
    const JobOverview &overview = row.overview;
    switch (column) {
    case State: return jobBadge(overview).word;
    case Name: return overview.job.name;
    case Schedule: return row.schedule;
    case NextRun: return nextRunText(overview);
    case LastRun: return relativeTime(lastTime(overview), m_view);
    case LastResult: return overview.last ? runBadge(*overview.last).word : QString();
    case Tags: return overview.job.tags.join(u", "_s);
    case ColumnCount: break;
    }
    return {};
}

QString JobListModel::nextRunText(const JobOverview &overview) const
{
    if (overview.job.paused)
        return tr("paused");
    if (overview.job.isFinished())
        return tr("no more runs");
    return relativeTime(nextStart(overview.job), m_view);
}

/// Two lines where the job's zone is not the one shown.
QString JobListModel::nextRunToolTip(const Job &job) const
{
    const auto start = nextStart(job);
    if (!start)
        return {};
    const QString shown = exactTime(*start, m_view.zone);
    const Zone zone = job.trigger ? job.trigger->zoneAt(*job.next) : m_view.zone;
    return zone == m_view.zone ? shown : shown + u'\n' + exactTime(*start, zone);
}

QString JobListModel::toolTip(const Row &row, Column column) const
{
    const Job &job = row.overview.job;
    switch (column) {
    case State: return job.problem;
    case Name: return job.notes.isEmpty() ? job.id.text : job.id.text + u'\n' + job.notes;
    case Schedule: {
        QStringList lines{scheduleExpression(job.trigger)};
        for (const Instant time : upcomingTimes(job, 3))
            lines << exactTime(time, job.trigger ? job.trigger->zoneAt(time) : m_view.zone);
        return lines.join(u'\n');
    }
    case NextRun: return nextRunToolTip(job);
    case LastRun: {
        const auto time = lastTime(row.overview);
        return time ? exactTime(*time, m_view.zone) : QString();
    }
    case LastResult: return row.overview.last ? row.overview.last->outcome.reason : QString();
    case Tags: return text(row, column);
    case ColumnCount: break;
    }
    return {};
}

} // namespace carillon::ui
