// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/runfilter.h"

#include "core/api/percent.h"
#include "core/jobs/runjson.h"
#include "core/time/zone.h"
#include "core/util/coretext.h"

#include <QHash>

#include <limits>

namespace carillon {

namespace {

constexpr int usualRunsPerPage = 100;
constexpr int mostRunsPerPage = 1000;

/// All there are up to `last`, with their words.
template <typename Value>
QHash<QString, Value> wordsUpTo(Value last, QString (*word)(Value))
{
    QHash<QString, Value> words;
    for (int number = 0; number <= int(last); ++number)
        words.insert(word(Value(number)), Value(number));
    return words;
}

/// `timed_out` is `timed out`, which no URL likes.
template <typename Value>
Result<std::vector<Value>> readWords(const QByteArray &query, const char *name, Value last,
                                     QString (*word)(Value))
{
    std::vector<Value> found;
    const QHash<QString, Value> accepted = wordsUpTo(last, word);
    const QStringList words =
        queryValue(query, name).value_or(QString()).split(u',', Qt::SkipEmptyParts);
    for (QString each : words) {
        const auto value = accepted.constFind(each.replace(u'_', u' '));
        if (value == accepted.constEnd()) {
            QStringList all = accepted.keys();
            all.sort();
            return invalidInput(name, CoreText::tr("“%1” must be one of: %2.")
                                          .arg(QString::fromLatin1(name), all.join(u", ")));
        }
        found.push_back(*value);
    }
    return found;
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

Result<RunQuery> runQueryFrom(const QByteArray &query)
{
    RunQuery wanted{.limit = usualRunsPerPage};
    if (query.isEmpty())
        return wanted;
    const auto states = readWords(query, "state", RunState::Interrupted, &runStateWord);
    const auto causes = readWords(query, "cause", RunCause::Rerun, &runCauseWord);
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
    wanted.states = *states;
    wanted.causes = *causes;
    wanted.since = *since;
    wanted.until = *until;
    if (*before)
        wanted.before = RunId{**before};
    wanted.limit = int(limit->value_or(wanted.limit));
    return wanted;
}

} // namespace carillon
