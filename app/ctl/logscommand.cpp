// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/apiclient.h"
#include "app/ctl/commands.h"
#include "app/ctl/invocation.h"
#include "app/ctl/output.h"
#include "core/util/coretext.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringDecoder>

namespace carillon::ctl {

namespace {

/// The number of a run, or of the newest run of a job.
Result<QString> runNumber(ApiClient &client, const QString &word)
{
    bool isNumber = false;
    if (word.toLongLong(&isNumber) > 0 && isNumber)
        return word;
    const auto answer =
        client.get(apiPath({u"jobs"_qs, word, u"runs"_qs}), {{u"limit"_qs, u"1"_qs}});
    if (!answer)
        return answer.error();
    const QJsonArray runs = answer->toObject().value(u"runs").toArray();
    if (runs.isEmpty())
        return Error{
            ErrorCode::NotFound,
            CoreText::tr("“%1” is neither the number of a run nor a job that has run.").arg(word)};
    return QString::number(runs.at(0).toObject().value(u"id").toInteger());
}

/// Keeps the last lines of what passes through.
class LastLines
{
public:
    explicit LastLines(int count) : m_count(count) {}

    void add(const QByteArray &bytes)
    {
        m_bytes += bytes;
        constexpr qsizetype slack = 1024 * 1024;
        if (m_bytes.size() > m_kept + slack) {
            m_bytes = last();
            m_kept = m_bytes.size();
        }
    }

    QByteArray last() const
    {
        qsizetype begin = m_bytes.size() - (m_bytes.endsWith('\n') ? 1 : 0);
        for (int i = 0; i < m_count && begin > 0; ++i)
            begin = m_bytes.lastIndexOf('\n', begin - 1);
        return m_count == 0 ? QByteArray() : m_bytes.mid(begin + (begin < 0 || begin == 0 ? 0 : 1));
    }

private:
    int m_count;
    QByteArray m_bytes;
    qsizetype m_kept = 0;
};

/// Prints what comes of a log: as it is, or in objects, one for each piece of a log that is
/// followed and else one for the whole.
class LogPrinter
{
public:
    LogPrinter(Output &output, const QString &run, bool follows)
        : m_output(output),
          m_run(run.toLongLong()),
          m_follows(follows)
    {
    }

    void print(const QByteArray &piece)
    {
        if (!m_output.isJson()) {
            m_output.printBytes(piece);
            return;
        }
        m_text += m_decoder.decode(piece);
        if (m_follows && !m_text.isEmpty())
            flush();
    }

    void finish()
    {
        if (m_output.isJson() && !m_follows)
            flush();
    }

private:
    void flush()
    {
        m_output.printJson(
            QJsonObject{{u"run"_qs, m_run}, {u"output"_qs, std::exchange(m_text, {})}});
    }

    Output &m_output;
    qint64 m_run;
    bool m_follows;
    QString m_text; ///< not yet printed
    QStringDecoder m_decoder{QStringDecoder::Utf8};
};

/// How many bytes the log has by now; its text may have more or less.
Result<qint64> logSize(ApiClient &client, const QString &path)
{
    const auto read = client.read(path, {{u"raw"_qs, u"1"_qs}, {u"limit"_qs, u"1"_qs}},
                                  [](const QByteArray &) { return true; });
    return read ? Result<qint64>(client.header("x-log-size").toLongLong()) : read.error();
}

/// The last lines of the first `size` bytes.
Result<> printTail(ApiClient &client, const QString &path, QUrlQuery query, qint64 size, int count,
                   LogPrinter &printer)
{
    if (size == 0)
        return {};
    LastLines lines(count);
    query.addQueryItem(u"limit"_qs, QString::number(size));
    const auto read = client.read(path, query, [&](const QByteArray &piece) {
        lines.add(piece);
        return true;
    });
    if (read)
        printer.print(lines.last());
    return read;
}

Result<ExitCode> printLog(const Invocation &invocation, Output &output)
{
    if (output.isJson() && invocation.has(u"raw"_qs))
        return output.failUsage(
            {ErrorCode::InvalidInput, CoreText::tr("--raw: bytes cannot be told in JSON.")});
    const auto client = clientFor(invocation);
    if (!client)
        return client.error();
    const auto run = runNumber(**client, invocation.argument(0));
    if (!run)
        return run.error();
    const bool follows = invocation.has(u"follow"_qs);
    LogPrinter printer(output, *run, follows);
    const QString path = apiPath({u"runs"_qs, *run, u"log"_qs});
    QUrlQuery query;
    if (invocation.has(u"raw"_qs))
        query.addQueryItem(u"raw"_qs, u"1"_qs);
    if (invocation.has(u"tail"_qs)) {
        const auto size = logSize(**client, path);
        if (!size)
            return size.error();
        const int count = invocation.number(u"tail"_qs, 0);
        if (const auto told = printTail(**client, path, query, *size, count, printer); !told)
            return told.error();
        query.addQueryItem(u"offset"_qs, QString::number(*size));
    }
    if (follows)
        query.addQueryItem(u"follow"_qs, u"1"_qs);
    if (follows || !invocation.has(u"tail"_qs)) {
        const auto read = (*client)->read(path, query, [&](const QByteArray &piece) {
            printer.print(piece);
            return output.isRead();
        });
        if (!read)
            return read.error();
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
                           .help = CoreText::tr("The number of a run, or the ID of a job for its "
                                                "newest run."),
                           .offer = Offer::Runs}},
            .options = {{.name = u"follow"_qs,
                         .help = CoreText::tr("Go on until the run has ended."),
                         .letter = u'f'},
                        {.name = u"tail"_qs,
                         .help = CoreText::tr("Begin with the last lines, so many."),
                         .value = u"N"_qs,
                         .letter = u'n',
                         .least = 0,
                         .most = 1'000'000},
                        {.name = u"raw"_qs,
                         .help = CoreText::tr("The bytes as they came, not as text.")}},
            .examples = {
                {u"logs backup -f --tail 20"_qs, CoreText::tr("Follow the newest run of a job")}}};
}

} // namespace carillon::ctl
