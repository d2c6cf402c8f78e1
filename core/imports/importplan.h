// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobjson.h"

#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <vector>

namespace carillon {

/// How well something from elsewhere can be done here.
enum class ImportFit {
    Exact,      ///< as it was
    WithNotes,  ///< done, but not quite as it was; the notes say what differs
    Impossible, ///< not done; the notes say why
};

/// One line or entry of what is imported.
struct ImportEntry
{
    int place = 0;        ///< line of a text, or entry of a list; from 1 on
    QString source;       ///< what stands there, for people
    QJsonObject job = {}; ///< the job object it becomes; empty: none
    QStringList notes = {};

    ImportFit fit() const
    {
        if (job.isEmpty())
            return ImportFit::Impossible;
        return notes.isEmpty() ? ImportFit::Exact : ImportFit::WithNotes;
    }
    /// There is no job for it, because of `why`.
    void refuse(const QString &why)
    {
        job = {};
        notes = {why};
    }
};

/// What becomes of a file or list from elsewhere, before anything is done.
struct ImportPlan
{
    std::vector<ImportEntry> entries;
    QStringList remarks = {}; ///< on all of it

    int count(ImportFit fit) const;
};

/// `exact`, `with notes`, `impossible`; the same in every language.
QString importFitWord(ImportFit fit);

/// Reads every job of the plan as a caller's, and gives those an id that have none: what is refused
/// becomes impossible, an id that stands there twice gets a number and a note.
void settlePlan(ImportPlan &plan, const JobContext &context);

/// A jobs file of our own. Fails only if it is no array of objects.
Result<ImportPlan> planFromJobs(const QByteArray &json);

} // namespace carillon
