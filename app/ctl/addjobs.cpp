// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/addjobs.h"

#include "app/ctl/apiclient.h"
#include "app/engine.h"
#include "app/workspacefiles.h"
#include "core/jobs/jobsfile.h"
#include "core/settings/settingsfile.h"

#include <QSet>

namespace carillon::ctl {

namespace {

Result<QSet<QString>> idsOf(ApiClient &client)
{
    const auto jobs = client.get(u"/jobs"_qs);
    if (!jobs)
        return jobs.error();
    QSet<QString> ids;
    for (const QJsonValue &job : jobs->toArray())
        ids.insert(job.toObject().value(u"id").toString());
    return ids;
}

/// What is refused may have to start after one that comes later in the list, so there are rounds.
class JobsAdder
{
public:
    JobsAdder(ApiClient &client, QSet<QString> taken) : m_client(client), m_taken(std::move(taken))
    {
    }

    AddedJobs add(const QJsonArray &jobs, const TellAdded &tell)
    {
        QJsonArray left = jobs;
        for (qsizetype before = left.size() + 1; !left.isEmpty() && left.size() < before;) {
            before = left.size();
            m_sum.refused.clear();
            QJsonArray again;
            for (const QJsonValue &job : std::as_const(left)) {
                if (!addOne(job.toObject()))
                    again.append(job);
                tell(int(m_sum.settled() + again.size()), int(jobs.size()));
            }
            left = again;
        }
        return m_sum;
    }

private:
    bool addOne(const QJsonObject &job)
    {
        const QString id = job.value(u"id").toString();
        const bool exists = m_taken.contains(id);
        const auto answer = m_client.post(u"/jobs"_qs, job);
        const bool isKept = exists && !answer && answer.error().code == ErrorCode::Conflict;
        if (!answer && !isKept) {
            m_sum.refused.emplace_back(id, answer.error());
            return false;
        }
        ++(isKept ? m_sum.kept : exists ? m_sum.replaced : m_sum.added);
        m_taken.insert(id);
        return true;
    }

    ApiClient &m_client;
    QSet<QString> m_taken;
    AddedJobs m_sum;
};

/// A file beside a running engine.
Result<AddedJobs> addFileTo(const Profile &profile, const QString &file, const TellAdded &tell)
{
    const SystemClock clock;
    const auto entries = loadJobsFile(file, {{clock.now(), Zone::system()}});
    if (!entries)
        return entries.error();
    if (const auto copied = copyWorkspaceOf(file, profile.workspace()); !copied)
        return copied.error();
    QJsonArray jobs;
    for (const JobEntry &entry : *entries)
        jobs.append(entry.source);
    auto sum = addJobs(profile, jobs, tell);
    if (!sum || sum->refused.empty())
        return sum;
    return sum->refused.front().second;
}

} // namespace

Result<AddedJobs> addJobsFile(const Profile &profile, const QString &file, const TellAdded &tell)
{
    const SystemClock clock;
    Engine engine(clock, {.profile = profile,
                          .settings = loadSettings(profile.settingsFile()),
                          .jobsFile = file,
                          .runsJobs = false});
    auto started = engine.start();
    started.waitForFinished();
    const Result<> result = started.result();
    if (!result)
        return result.error().code == ErrorCode::AlreadyRunning ? addFileTo(profile, file, tell)
                                                                : result.error();
    const auto imported = engine.imported();
    return AddedJobs{imported.added, imported.replaced, imported.kept};
}

Result<AddedJobs> addJobs(const Profile &profile, const QJsonArray &jobs, const TellAdded &tell)
{
    const auto client = ApiClient::open(profile, WithoutStore::Create);
    if (!client)
        return client.error();
    const auto taken = idsOf(**client);
    return taken ? Result<AddedJobs>(JobsAdder(**client, *taken).add(jobs, tell)) : taken.error();
}

} // namespace carillon::ctl
