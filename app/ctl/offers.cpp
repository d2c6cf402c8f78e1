// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/offers.h"

#include "app/profile.h"
#include "core/jobs/runjson.h"
#include "core/settings/settingfields.h"
#include "core/stores/sqlstore.h"
#include "core/time/zone.h"

namespace carillon::ctl {

namespace {

constexpr int mostRunsOffered = 50;

QString profileIn(const QStringList &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words.at(i) == u"--profile")
            return words.value(i + 1) == u"=" ? words.value(i + 2) : words.value(i + 1);
        if (words.at(i).startsWith(u"--profile="))
            return words.at(i).section(u'=', 1);
    }
    return {};
}

QList<Completions::Candidate> storedThings(Offer offer, const Profile &profile)
{
    QList<Completions::Candidate> found;
    const auto store = SqlStore::open(profile.database(), SqlStore::Access::ReadOnly);
    if (!store)
        return found;
    if (offer == Offer::Jobs) {
        for (const Job *job : (*store)->jobs().all())
            found.append({job->id.text, job->name == job->id.text ? QString() : job->name});
        return found;
    }
    RunQuery query;
    query.limit = mostRunsOffered;
    if (const auto runs = (*store)->runs().page(query)) {
        for (const Run &run : *runs)
            found.append({QString::number(run.id.number),
                          u"%1, %2"_qs.arg(run.job.text, runStateWord(run.state))});
    }
    return found;
}

} // namespace

QList<Completions::Candidate> offered(Offer offer, const QStringList &words)
{
    QList<Completions::Candidate> found;
    switch (offer) {
    case Offer::Jobs:
    case Offer::Runs: return storedThings(offer, Profile(profileIn(words)));
    case Offer::Zones:
        for (const QString &zone : Zone::availableIds())
            found.append({zone});
        break;
    case Offer::SettingKeys:
        for (const SettingField &field : settingFields())
            found.append({field.key});
        break;
    case Offer::Nothing:
    case Offer::Files:
    case Offer::Folders: break;
    }
    return found;
}

} // namespace carillon::ctl
