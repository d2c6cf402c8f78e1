// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/runfilter.h"

#include "core/api/percent.h"
#include "core/jobs/runjson.h"
#include "core/time/zone.h"
#include "core/util/coretext.h"

#include <limits>

namespace carillon {

namespace {

constexpr int mostRunsPerPage = 1000;

QStringList allStateWords()
{
    QStringList words;
    for (int state = 0; state <= int(RunState::Interrupted); ++state)
        words.append(runStateWord(RunState(state)));
    return words;
}

QStringList allCauseWords()
{
    QStringList words;
    for (int cause = 0; cause <= int(RunCause::Rerun); ++cause)
        words.append(runCauseWord(RunCause(cause)));
    return words;
}

/// `timed_out` is `timed out`, which no URL likes.
Result<QStringList> readWords(const QByteArray &query, const char *name,
                              const QStringList &accepted)
{
    const auto value = queryValue(query, name);
    if (!value || value->isEmpty())
        return QStringList();
    QStringList words = value->split(u',', Qt::SkipEmptyParts);
    for (QString &word : words) {
        word.replace(u'_', u' ');
        if (!accepted.contains(word))
            return invalidInput(name, CoreText::tr("“%1” must be one of: %2.")
                                          .arg(QString::fromLatin1(name), accepted.join(u", ")));
    }
    return words;
}

Result<std::optional<Instant>> readTime(const QByteArray &query, const char *name)
{
    const auto value = queryValue(query, name);
    if (!value)
        return std::optional<Instant>();
    const auto time = parseInstant(*value, Zone::utc());
    if (!time)
        return invalidInput(name, QString::fromLatin1(name) + u": "_qs + time.error().message);
    return std::optional(*time);
}

} // namespace

Result<RunFilter> RunFilter::read(const QByteArray &query)
{
    RunFilter filter;
    if (query.isEmpty())
        return filter;
    const auto states = readWords(query, "state", allStateWords());
    const auto causes = readWords(query, "cause", allCauseWords());
    const auto since = readTime(query, "since");
    const auto until = readTime(query, "until");
    const auto before = readNumber(query, "before", 1, std::numeric_limits<qint64>::max());
    const auto limit = readNumber(query, "limit", 1, mostRunsPerPage);
    if (!states || !causes)
        return states ? causes.error() : states.error();
    if (!since || !until)
        return since ? until.error() : since.error();
    if (!before || !limit)
        return before ? limit.error() : before.error();
    filter.states = *states;
    filter.causes = *causes;
    filter.since = *since;
    filter.until = *until;
    if (*before)
        filter.before = RunId{**before};
    filter.limit = int(limit->value_or(filter.limit));
    return filter;
}

bool RunFilter::fits(const Run &run) const
{
    const auto when = run.due ? run.due : run.started;
    return (states.isEmpty() || states.contains(runStateWord(run.state))) &&
           (causes.isEmpty() || causes.contains(runCauseWord(run.cause))) &&
           (!since || (when && *when >= *since)) && (!until || (when && *when < *until));
}

} // namespace carillon
