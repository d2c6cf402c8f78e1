// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jobfilter.h"

#include "ui/format/jobtext.h"

namespace carillon::ui {

namespace {

bool hasFailed(const JobOverview &overview)
{
    if (!overview.job.problem.isEmpty())
        return true;
    return overview.last &&
           (overview.last->state == RunState::Failed || overview.last->state == RunState::TimedOut);
}

/// Lower case, and letters without their accents: `É` is found by `e`.
QString folded(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.category() != QChar::Mark_NonSpacing)
            result.append(c.toCaseFolded());
    }
    return result;
}

} // namespace

bool belongs(const JobOverview &overview, JobSelection selection)
{
    switch (selection) {
    case JobSelection::All: return true;
    case JobSelection::Running: return overview.running > 0;
    case JobSelection::Failed: return hasFailed(overview);
    case JobSelection::Missed: return overview.last && overview.last->state == RunState::Missed;
    case JobSelection::Paused: return overview.job.paused;
    case JobSelection::NeverRan:
        return !overview.last && overview.running == 0 && overview.queued == 0;
    }
    Q_UNREACHABLE();
}

QString searchText(const Job &job)
{
    const QStringList parts{
        job.name, job.id.text, job.tags.join(u' '), job.group, actionText(job.action), job.notes};
    return folded(parts.join(u'\n'));
}

QStringList searchWords(const QString &typed)
{
    return folded(typed).simplified().split(u' ', Qt::SkipEmptyParts);
}

} // namespace carillon::ui
