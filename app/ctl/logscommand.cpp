// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/invocation.h"
#include "app/ctl/output.h"
#include "app/profile.h"
#include "core/jobs/outputencoding.h"
#include "core/stores/runlog.h"
#include "core/stores/sqlstore.h"
#include "core/util/coretext.h"
#include "core/util/textdecoder.h"

#include <array>

namespace carillon::ctl {

namespace {

constexpr qint64 chunkSize = 256 * 1024;

/// Prints a log as text, each stream decoded on its own, or as it is.
class LogPrinter
{
public:
    LogPrinter(Output &output, TextEncoding encoding, bool isRaw)
        : m_output(output),
          m_isRaw(isRaw),
          m_decoders{TextDecoder(encoding), TextDecoder(encoding)}
    {
    }

    void print(const LogChunk &chunk)
    {
        if (m_isRaw) {
            m_output.printBytes(chunk.bytes);
            return;
        }
        for (const LogSpan &span : chunk.spans) {
            const QByteArray bytes = chunk.bytes.mid(span.offset - chunk.offset, span.length);
            m_output.print(m_decoders[size_t(span.channel)].decode(bytes));
        }
    }
    void finish()
    {
        for (TextDecoder &decoder : m_decoders)
            m_output.print(decoder.finish());
    }

private:
    Output &m_output;
    bool m_isRaw;
    std::array<TextDecoder, 2> m_decoders; ///< by channel
};

Result<ExitCode> printLog(const Invocation &invocation, Output &output)
{
    const Profile profile(invocation.value(u"profile"_qs));
    const RunId id{invocation.argument(0).toLongLong()};
    const auto store = SqlStore::open(profile.database(), SqlStore::Access::ReadOnly);
    if (!store)
        return store.error();
    const auto run = (*store)->runs().find(id);
    if (!run)
        return run.error();
    if (!run->started)
        return ExitCode::Ended;
    const Job *const job = (*store)->jobs().find(run->job);
    LogPrinter printer(output, job ? outputEncoding(job->action) : TextEncoding::Auto,
                       invocation.has(u"raw"_qs));
    const RunLogs logs(QDir(profile.logFolder()));
    for (qint64 offset = 0; output.isRead();) {
        const auto chunk = logs.read(id, *run->started, offset, chunkSize);
        if (!chunk)
            return chunk.error();
        if (chunk->bytes.isEmpty())
            break;
        printer.print(*chunk);
        offset += chunk->bytes.size();
    }
    printer.finish();
    return ExitCode::Ended;
}

} // namespace

CommandSpec logsCommand()
{
    return {.words = {u"logs"_qs},
            .summary = CoreText::tr("print the output of a run"),
            .run = printLog,
            .arguments = {{.name = u"RUN"_qs,
                           .help = CoreText::tr("The number of the run."),
                           .offer = Offer::Runs,
                           .isNumber = true}},
            .options = {
                {.name = u"raw"_qs, .help = CoreText::tr("The bytes as they came, not as text.")}}};
}

} // namespace carillon::ctl
