// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/apiclient.h"
#include "app/ctl/commands.h"
#include "app/ctl/invocation.h"
#include "app/ctl/output.h"
#include "core/util/coretext.h"

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

Result<ExitCode> printLog(const Invocation &invocation, Output &output)
{
    const auto client = clientFor(invocation);
    if (!client)
        return client.error();
    const auto run = runNumber(**client, invocation.argument(0));
    if (!run)
        return run.error();
    const QString path = apiPath({u"runs"_qs, *run, u"log"_qs});
    QUrlQuery query;
    if (invocation.has(u"raw"_qs))
        query.addQueryItem(u"raw"_qs, u"1"_qs);
    qint64 from = 0;
    if (invocation.has(u"tail"_qs)) {
        LastLines lines(invocation.number(u"tail"_qs, 0));
        qint64 seen = 0;
        const auto read = (*client)->read(path, query, [&](const QByteArray &piece) {
            lines.add(piece);
            seen += piece.size();
            return true;
        });
        if (!read)
            return read.error();
        output.printBytes(lines.last());
        from = seen;
    }
    if (invocation.has(u"tail"_qs) && !invocation.has(u"follow"_qs))
        return ExitCode::Ended;
    if (invocation.has(u"follow"_qs))
        query.addQueryItem(u"follow"_qs, u"1"_qs);
    if (from > 0)
        query.addQueryItem(u"offset"_qs, QString::number(from));
    const auto read = (*client)->read(path, query, [&output](const QByteArray &piece) {
        output.printBytes(piece);
        return output.isRead();
    });
    if (!read)
        return read.error();
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
