// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/apiclient.h"
#include "app/ctl/commands.h"
#include "app/ctl/invocation.h"
#include "app/ctl/jobtable.h"
#include "app/ctl/output.h"
#include "core/util/coretext.h"

#include <QDir>

namespace carillon::ctl {

namespace {

/// What the engine says about itself, or that there is none.
struct Status
{
    bool isRunning = false;
    QJsonObject health = {};
    QJsonArray jobs = {};
};

Result<Status> readStatus(const Profile &profile)
{
    const auto client = ApiClient::open(profile, WithoutStore::Refuse);
    if (!client) // a profile that was never used is no fault
        return client.error().code == ErrorCode::NotFound ? Result<Status>(Status())
                                                          : client.error();
    const auto health = (*client)->get(u"/health"_qs);
    const auto jobs = (*client)->get(u"/jobs"_qs);
    if (!health || !jobs)
        return health ? jobs.error() : health.error();
    return Status{(*client)->isEngineRunning(), health->toObject(), jobs->toArray()};
}

QJsonObject statesOf(const QJsonArray &jobs)
{
    QJsonObject states;
    for (const QJsonValue &job : jobs) {
        const QString state = job.toObject().value(u"state").toString();
        states.insert(state, states.value(state).toInt() + 1);
    }
    return states;
}

/// The first in the list is the one due next.
QJsonValue nextRun(const QJsonArray &jobs)
{
    for (const QJsonValue &job : jobs) {
        if (job.toObject().value(u"next_run_time").isString())
            return job;
    }
    return QJsonValue::Null;
}

Cell stateCell(const QJsonObject &health, bool isRunning)
{
    if (!isRunning)
        return {CoreText::tr("not running: no job starts by schedule"), Tone::Warning};
    if (health.value(u"status").toString() != u"ok")
        return {health.value(u"fault").toString(), Tone::Bad};
    const QString state = health.value(u"state").toString();
    return {state, state == u"running" ? Tone::Good : Tone::Warning};
}

Cell channelCell(const QJsonObject &channel)
{
    const QString state = channel.value(u"state").toString();
    return {CoreText::tr("%1; %2 accepted, %3 refused")
                .arg(channel.value(u"problem").toString(state))
                .arg(channel.value(u"accepted").toInteger())
                .arg(channel.value(u"refused").toInteger()),
            state == u"connected" ? Tone::Good : Tone::Warning};
}

QJsonObject statusJson(const Status &status, const Profile &profile)
{
    QJsonObject object = status.health;
    object.insert(u"engine"_qs, status.isRunning);
    object.insert(u"profile"_qs, profile.folder());
    object.insert(u"jobs"_qs, statesOf(status.jobs));
    object.insert(u"next"_qs, nextRun(status.jobs));
    return object;
}

QList<std::pair<QString, Cell>> statusPairs(const Status &status, const Profile &profile,
                                            const Terminal &terminal)
{
    QList<std::pair<QString, Cell>> pairs{
        {CoreText::tr("engine"), stateCell(status.health, status.isRunning)},
        {CoreText::tr("profile"), {QDir::toNativeSeparators(profile.folder())}},
        {CoreText::tr("jobs"), {QString::number(status.jobs.size())}}};
    const QJsonObject states = statesOf(status.jobs);
    for (auto it = states.begin(); it != states.end(); ++it)
        pairs.append(
            {u"  "_qs + QString(it.key()).replace(u'_', u' '), {QString::number(it->toInt())}});
    for (const auto &[name, key] : {std::pair(CoreText::tr("running"), u"running"_qs),
                                    std::pair(CoreText::tr("queued"), u"queued"_qs),
                                    std::pair(CoreText::tr("missed in 24 h"), u"missed_24h"_qs)})
        pairs.append({name, {QString::number(status.health.value(key).toInt())}});
    for (const QJsonValue &channel : status.health.value(u"channels").toArray())
        pairs.append({channel[u"name"].toString(), channelCell(channel.toObject())});
    const QJsonObject next = nextRun(status.jobs).toObject();
    if (!next.isEmpty())
        pairs.append({CoreText::tr("next run"),
                      {u"%1, %2"_qs.arg(apiTimeText(next.value(u"next_run_time"), terminal),
                                        next.value(u"id").toString())}});
    return pairs;
}

Result<ExitCode> showStatus(const Invocation &invocation, Output &output)
{
    const Profile profile(invocation.value(u"profile"_qs));
    const auto status = readStatus(profile);
    if (!status)
        return status.error();
    if (output.isJson())
        output.printJson(statusJson(*status, profile));
    else
        output.print(
            pairsText(statusPairs(*status, profile, output.terminal()), output.terminal()));
    return ExitCode::Ended;
}

} // namespace

CommandSpec statusCommand()
{
    return {.words = {u"status"_qs},
            .summary = CoreText::tr("say how the engine is doing"),
            .run = showStatus};
}

} // namespace carillon::ctl
