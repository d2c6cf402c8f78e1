// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imports/importplan.h"

#include "core/jobs/jobrules.h"
#include "core/util/coretext.h"
#include "core/util/json.h"

#include <algorithm>

namespace carillon {

int ImportPlan::count(ImportFit fit) const
{
    return int(std::count_if(entries.begin(), entries.end(),
                             [fit](const ImportEntry &entry) { return entry.fit() == fit; }));
}

QString importFitWord(ImportFit fit)
{
    switch (fit) {
    case ImportFit::Exact: return u"exact"_qs;
    case ImportFit::WithNotes: return u"with notes"_qs;
    case ImportFit::Impossible: break;
    }
    return u"impossible"_qs;
}

void settlePlan(ImportPlan &plan, const JobContext &context)
{
    QSet<JobId> taken;
    const auto isTaken = [&taken](const JobId &id) { return taken.contains(id); };
    for (ImportEntry &entry : plan.entries) {
        if (entry.fit() == ImportFit::Impossible)
            continue;
        const auto read = jobFromJson(entry.job, context);
        if (!read) {
            entry.refuse(read.error().message);
            continue;
        }
        JobId id = read->job.id;
        if (id.text.isEmpty()) {
            id = suggestJobId(read->job.name, isTaken);
        } else if (isTaken(id)) {
            const JobId other = suggestJobId(id.text, isTaken);
            entry.notes += CoreText::tr("The ID “%1” stands there twice; this one becomes “%2”.")
                               .arg(id.text, other.text);
            id = other;
        }
        taken.insert(id);
        entry.job.insert(u"id"_qs, id.text);
    }
}

Result<ImportPlan> planFromJobs(const QByteArray &json)
{
    const auto value = parseJson(json);
    if (!value)
        return value.error();
    if (!value->isArray())
        return Error{ErrorCode::InvalidInput,
                     CoreText::tr("A jobs file is an array of job objects.")};
    ImportPlan plan;
    const QJsonArray array = value->toArray();
    for (const QJsonValue &each : array) {
        ImportEntry entry{int(plan.entries.size()) + 1, each.toObject().value(u"id").toString()};
        if (each.isObject() && !each.toObject().isEmpty())
            entry.job = each.toObject();
        else
            entry.refuse(CoreText::tr("A job is an object."));
        plan.entries.push_back(entry);
    }
    return plan;
}

} // namespace carillon
