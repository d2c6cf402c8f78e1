// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.h"

#include "core/triggers/triggerjson.h"

namespace carillon {

const Instant sampleNow = parseInstant(u"2026-11-20T09:41:07+08:00", Zone::utc()).value();
const JobId sampleRunningJob{u"sync-photos"_qs};
const JobId sampleFailedJob{u"db-dump"_qs};

namespace {

using namespace std::chrono_literals;

/// What the newest run of a job came to.
struct Past
{
    RunState state;
    Duration ago;
    Duration length;
    const char *reason = "";
    const char *reasonChinese = "";
    int exitCode = 0;
    const char *returnValue = "";
};

struct SampleJob
{
    const char *id;
    const char *name;
    const char *nameChinese;
    const char *kind; ///< of the trigger; empty: manual
    QJsonObject args;
    Action action;
    QStringList tags;
    std::optional<Past> past = {};
    bool paused = false;
};

CommandAction command(const char *program, const QStringList &arguments)
{
    return {QString::fromLatin1(program), arguments, false, {}};
}

ScriptAction script(const char *path)
{
    return {QString::fromLatin1(path), {}, {}};
}

PythonAction python(const char *reference)
{
    return {QString::fromLatin1(reference), {}, {}};
}

std::vector<SampleJob> sampleJobs()
{
    return {
        {"nas-backup",
         "Nightly NAS backup",
         "夜间 NAS 备份",
         "cron",
         {{u"hour"_qs, 2}, {u"minute"_qs, 30}},
         command("rsync", {u"-a"_qs, u"/home"_qs, u"/mnt/nas"_qs}),
         {u"nas"_qs},
         Past{RunState::Success, 7h + 11min, 12min + 41s}},
        {"db-dump",
         "Database dump",
         "数据库导出",
         "cron",
         {{u"hour"_qs, u"*/3"_qs}},
         script("db_dump.sh"),
         {u"db"_qs, u"nas"_qs},
         Past{RunState::Failed, 41min, 12s + 300ms, "Ended with exit code 2.", "以退出码 2 结束。",
              2}},
        {"sync-photos",
         "Sync photos",
         "同步照片",
         "interval",
         {{u"minutes"_qs, 15}},
         script("sync_photos.py"),
         {u"photos"_qs},
         Past{RunState::Success, 16min, 48s}},
        {"weekly-report",
         "Weekly sales report",
         "每周销售报表",
         "cron",
         {{u"day_of_week"_qs, u"mon"_qs}, {u"hour"_qs, 8}},
         python("reports.sales:weekly"),
         {u"report"_qs},
         Past{RunState::Success, 97h + 41min, 3s + 200ms, "", "", 0, "{\"rows\": 1204}"}},
        {"certificates",
         "Check certificates",
         "检查证书",
         "cron",
         {{u"day"_qs, 1}, {u"hour"_qs, 9}},
         python("checks:certificates"),
         {u"web"_qs},
         Past{RunState::Success, 456h + 41min, 2s + 50ms, "", "", 0, "14"}},
        {"disk-space",
         "Disk space",
         "磁盘空间检查",
         "interval",
         {{u"minutes"_qs, 5}},
         script("disk_space.py"),
         {},
         Past{RunState::Success, 67s, 340ms}},
        {"api-probe",
         "Probe the API",
         "接口探测",
         "interval",
         {{u"seconds"_qs, 30}},
         command("curl", {u"-fsS"_qs, u"https://api.example.org/health"_qs}),
         {u"web"_qs},
         Past{RunState::TimedOut, 19s, 10s, "Was stopped after its limit of 10 s.",
              "超过 10 秒时限，已终止。"}},
        {"clean-up",
         "Clean temporary files",
         "清理临时文件",
         "cron",
         {{u"day_of_week"_qs, u"sun"_qs}, {u"hour"_qs, 4}},
         script("clean_up.sh"),
         {},
         Past{RunState::Success, 125h + 41min, 1s + 800ms},
         true},
        {"invoices",
         "Send invoices",
         "发送账单",
         "cron",
         {{u"day"_qs, u"last"_qs}, {u"hour"_qs, 23}},
         python("billing:send_invoices"),
         {u"billing"_qs},
         Past{RunState::Missed, 466h + 41min, 0s, "Noticed too late: the allowed delay was over.",
              "发现得太晚，已超过允许延迟时间。"}},
        {"new-year",
         "New year greeting",
         "新年问候",
         "date",
         {{u"run_date"_qs, u"2027-01-01 00:00:00"_qs}},
         python("greetings:new_year"),
         {}},
        {"archive",
         "Archive by hand",
         "手动归档",
         "",
         {},
         command("tar", {u"-caf"_qs, u"archive.tar.zst"_qs, u"documents"_qs}),
         {u"nas"_qs},
         Past{RunState::Success, 26h, 3min + 5s}},
        {"migration",
         "One-off migration",
         "一次性迁移",
         "date",
         {{u"run_date"_qs, u"2026-11-18 22:00:00"_qs}},
         script("migrate.py"),
         {u"db"_qs},
         Past{RunState::Success, 35h + 41min, 8min + 20s}},
        {"mail-digest",
         "Mail digest",
         "邮件摘要",
         "cron",
         {{u"day_of_week"_qs, u"mon-fri"_qs}, {u"hour"_qs, u"9,18"_qs}},
         python("mail:digest"),
         {u"mail"_qs},
         Past{RunState::Skipped, 41min, 0s, "The run before it was still going on.",
              "上一次执行尚未结束。"}},
    };
}

Job toJob(const SampleJob &sample, bool chinese)
{
    const TriggerContext context{sampleNow, Zone::system()};
    Job job;
    job.id.text = QString::fromLatin1(sample.id);
    job.name = QString::fromUtf8(chinese ? sample.nameChinese : sample.name);
    job.tags = sample.tags;
    job.action = sample.action;
    job.rules.grace = 1h;
    job.paused = sample.paused;
    job.created = sampleNow - 24h * 90;
    job.changed = job.created;
    if (*sample.kind) {
        QJsonObject args = sample.args;
        if (qstrcmp(sample.kind, "interval") == 0)
            args.insert(u"start_date"_qs, u"2026-11-01 00:00:00"_qs);
        job.trigger = triggerFromJson(QString::fromLatin1(sample.kind), args, context).value();
        if (!job.paused)
            job.next = job.trigger->first(sampleNow + 1us);
    }
    return job;
}

Run toRun(const Job &job, const Past &past, bool chinese)
{
    Run run;
    run.job = job.id;
    run.jobName = job.name;
    run.state = past.state;
    run.cause = job.trigger ? RunCause::Schedule : RunCause::Manual;
    Instant start = std::chrono::floor<std::chrono::seconds>(sampleNow - past.ago);
    if (!job.trigger || !job.trigger->as<IntervalTrigger>())
        start = std::chrono::floor<std::chrono::minutes>(start);
    if (job.trigger)
        run.due = start;
    run.ended = start + past.length;
    if (past.length > 0s)
        run.started = start;
    run.outcome.state = past.state;
    run.outcome.reason = QString::fromUtf8(chinese ? past.reasonChinese : past.reason);
    const bool isProcess = !std::holds_alternative<PythonAction>(job.action);
    if (isProcess && (past.state == RunState::Success || past.state == RunState::Failed))
        run.outcome.exitCode = past.exitCode;
    if (*past.returnValue)
        run.outcome.returnValue = qstrcmp(past.returnValue, "14") == 0
                                      ? QJsonValue(14)
                                      : QJsonValue(QJsonObject{{u"rows"_qs, 1204}});
    return run;
}

/// Earlier runs of a job, a step of its interval or a day before each other, all well.
void addHistory(const Job &job, const Past &past, bool chinese, std::vector<Run> &runs)
{
    Past earlier = past;
    earlier.state = RunState::Success;
    earlier.reason = "";
    earlier.reasonChinese = "";
    earlier.exitCode = 0;
    if (earlier.length == 0s)
        earlier.length = 4s;
    const auto *interval = job.trigger ? job.trigger->as<IntervalTrigger>() : nullptr;
    const Duration step = interval ? interval->step() : Duration(24h);
    for (int i = 6; i > 0; --i) {
        earlier.ago = past.ago + i * step;
        earlier.length += 130ms * ((i * 7) % 5);
        runs.push_back(toRun(job, earlier, chinese));
    }
}

} // namespace

Changes sampleProfile(bool chinese)
{
    Changes changes;
    for (const SampleJob &sample : sampleJobs()) {
        const Job job = toJob(sample, chinese);
        changes.jobs.push_back(job);
        if (!sample.past)
            continue;
        addHistory(job, *sample.past, chinese, changes.newRuns);
        changes.newRuns.push_back(toRun(job, *sample.past, chinese));
    }
    Job broken = changes.jobs.front();
    broken.id.text = u"old-import"_qs;
    broken.name = chinese ? u"旧版导入"_qs : u"Old import"_qs;
    broken.trigger.reset();
    broken.next.reset();
    broken.tags.clear();
    broken.problem = chinese ? u"未知的触发器类型“lunar”。"_qs : u"There is no trigger “lunar”."_qs;
    changes.jobs.push_back(broken);

    std::stable_sort(changes.newRuns.begin(), changes.newRuns.end(),
                     [](const Run &a, const Run &b) { return *a.ended < *b.ended; });
    for (std::size_t i = 0; i < changes.newRuns.size(); ++i)
        changes.newRuns[i].id = RunId{qint64(i) + 1};
    return changes;
}

} // namespace carillon
