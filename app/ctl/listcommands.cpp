// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/texttable.h"
#include "app/profile.h"
#include "core/jobs/outputencoding.h"
#include "core/jobs/runjson.h"
#include "core/stores/runlog.h"
#include "core/stores/sqlstore.h"
#include "core/triggers/scheduletext.h"
#include "core/util/coretext.h"
#include "core/util/json.h"
#include "core/util/textdecoder.h"

#include <QFile>
#include <QTextStream>

#include <array>

namespace carillon::ctl {

namespace {

constexpr qint64 chunkSize = 256 * 1024;

Result<std::unique_ptr<SqlStore>> openStore(const CommandLine &line)
{
    return SqlStore::open(Profile(line.profile).database(), SqlStore::Access::ReadOnly);
}

QString timeText(const std::optional<Instant> &time)
{
    return time ? toIso(*time, Zone::system()) : u"-"_qs;
}

QString standing(const Job &job)
{
    if (!job.problem.isEmpty())
        return u"needs fixing"_qs;
    if (job.paused)
        return u"paused"_qs;
    if (!job.trigger)
        return u"manual"_qs;
    return job.next ? u"scheduled"_qs : u"finished"_qs;
}

QString lengthText(const Run &run)
{
    if (!run.started || !run.ended)
        return u"-"_qs;
    const auto length = std::chrono::duration<double>(*run.ended - *run.started);
    return u"%1 s"_qs.arg(length.count(), 0, 'f', 3);
}

QString resultText(const Run &run)
{
    if (!run.outcome.exception.isEmpty())
        return run.outcome.exception;
    if (!run.outcome.reason.isEmpty())
        return run.outcome.reason;
    return run.outcome.returnValue.isUndefined() ? QString() : toJsonText(run.outcome.returnValue);
}

/// Prints a log as text, each stream decoded on its own, or as it is.
class LogPrinter
{
public:
    LogPrinter(QIODevice &out, TextEncoding encoding, bool isRaw)
        : m_out(out),
          m_isRaw(isRaw),
          m_decoders{TextDecoder(encoding), TextDecoder(encoding)}
    {
    }

    void print(const LogChunk &chunk)
    {
        if (m_isRaw) {
            m_out.write(chunk.bytes);
            return;
        }
        for (const LogSpan &span : chunk.spans) {
            const QByteArray bytes = chunk.bytes.mid(span.offset - chunk.offset, span.length);
            m_out.write(m_decoders[size_t(span.channel)].decode(bytes).toUtf8());
        }
    }
    void finish()
    {
        for (TextDecoder &decoder : m_decoders)
            m_out.write(decoder.finish().toUtf8());
    }

private:
    QIODevice &m_out;
    bool m_isRaw;
    std::array<TextDecoder, 2> m_decoders; ///< by channel
};

} // namespace

ExitCode listJobs(const CommandLine &line)
{
    const auto store = openStore(line);
    if (!store)
        return fail(store.error());
    QList<QStringList> rows;
    for (const Job *job : (*store)->jobs().all())
        rows.append({job->id.text, standing(*job), timeText(nextStart(*job)),
                     scheduleText(job->trigger, QLocale::c(), Zone::system())});
    QTextStream(stdout) << textTable({u"ID"_qs, u"STATE"_qs, u"NEXT RUN"_qs, u"SCHEDULE"_qs}, rows);
    return ExitCode::Ended;
}

ExitCode listRuns(const CommandLine &line)
{
    const auto store = openStore(line);
    if (!store)
        return fail(store.error());
    RunQuery query;
    if (!line.job.isEmpty())
        query.job = JobId{line.job};
    query.limit = line.limit;
    const auto runs = (*store)->runs().page(query);
    if (!runs)
        return fail(runs.error());
    QList<QStringList> rows;
    for (const Run &run : *runs)
        rows.append({QString::number(run.id.number), run.job.text, runStateWord(run.state),
                     timeText(run.due), timeText(run.started), lengthText(run), resultText(run)});
    QTextStream(stdout) << textTable(
        {u"RUN"_qs, u"JOB"_qs, u"STATE"_qs, u"DUE"_qs, u"STARTED"_qs, u"DURATION"_qs, u"RESULT"_qs},
        rows);
    return ExitCode::Ended;
}

ExitCode printLog(const CommandLine &line)
{
    bool isNumber = false;
    const RunId id{line.words.at(1).toLongLong(&isNumber)};
    if (!isNumber)
        return failUsage(CoreText::tr("“%1” is not the number of a run.").arg(line.words.at(1)));
    const auto store = openStore(line);
    if (!store)
        return fail(store.error());
    const auto run = (*store)->runs().find(id);
    if (!run)
        return fail(run.error());
    QFile out;
    if (!run->started || !out.open(stdout, QIODevice::WriteOnly))
        return ExitCode::Ended;
    const Job *const job = (*store)->jobs().find(run->job);
    LogPrinter printer(out, job ? outputEncoding(job->action) : TextEncoding::Auto, line.raw);
    const RunLogs logs(QDir(Profile(line.profile).logFolder()));
    for (qint64 offset = 0;;) {
        const auto chunk = logs.read(id, *run->started, offset, chunkSize);
        if (!chunk)
            return fail(chunk.error());
        if (chunk->bytes.isEmpty())
            break;
        printer.print(*chunk);
        offset += chunk->bytes.size();
    }
    printer.finish();
    return ExitCode::Ended;
}

} // namespace carillon::ctl
