// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/jobdefinition.h"

#include "core/jobs/jobjson.h"
#include "core/util/coretext.h"
#include "core/util/json.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace carillon {

namespace {

constexpr QLatin1String pendingKey("pending"); // beside those of the wire form

/// Fewer than these are not worth another thread.
constexpr size_t writtenAtOnce = 512;

} // namespace

QString definitionOf(const Job &job)
{
    QJsonObject definition = jobToJson(job);
    if (job.isPending())
        definition.insert(pendingKey, job.pending);
    return QString::fromUtf8(toJsonText(definition));
}

Result<Job> readDefinition(const QByteArray &text)
{
    const auto document = parseJson(text);
    if (!document)
        return document.error();
    QJsonObject definition = document->toObject();
    const QJsonObject pending = definition.take(pendingKey).toObject();
    // Definitions say everything themselves, the context is never asked.
    auto entry = jobFromJson(definition, JobContext());
    if (!entry)
        return entry.error();
    entry->job.pending = pending;
    return std::move(entry->job);
}

Job placeholder(const QByteArray &definition, const QString &id, const QString &cause)
{
    Job job;
    const auto document = parseJson(definition);
    job.name = document ? document->toObject().value(u"name").toString(id) : id;
    job.rawDefinition = definition;
    job.problem = CoreText::tr("The stored definition of this job cannot be read: "
                               "%1 It is kept as it is.")
                      .arg(cause);
    return job;
}

bool isPlaceholder(const Job &job)
{
    return !job.trigger && std::holds_alternative<NoopAction>(job.action);
}

DefinitionWriter::DefinitionWriter(const std::vector<Job> &jobs) : m_jobs(jobs)
{
    if (m_jobs.size() > writtenAtOnce)
        writeAhead();
}

DefinitionWriter::~DefinitionWriter()
{
    m_ahead.waitForFinished();
}

QString DefinitionWriter::next()
{
    if (m_jobs.size() <= writtenAtOnce)
        return definitionOf(m_jobs[m_taken++]);
    if (m_taken == m_texts.size()) {
        m_texts = std::exchange(m_ahead, {}).takeResult(); // one that was taken never finishes
        m_taken = 0;
        writeAhead();
    }
    return std::move(m_texts[m_taken++]);
}

void DefinitionWriter::writeAhead()
{
    const auto begin = m_jobs.begin() + std::ptrdiff_t(m_asked);
    m_asked = std::min(m_asked + writtenAtOnce, m_jobs.size());
    const auto end = m_jobs.begin() + std::ptrdiff_t(m_asked);
    if (begin == end)
        return;
    m_ahead = QtConcurrent::run([begin, end] {
        Texts texts;
        texts.reserve(size_t(end - begin));
        std::transform(begin, end, std::back_inserter(texts), definitionOf);
        return texts;
    });
}

} // namespace carillon
