// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/kinitfilter.h"

#include "core/api/percent.h"
#include "core/util/coretext.h"

namespace carillon {

namespace {

constexpr int mostPages = 1'000'000;
constexpr int mostPerPage = 1000;
constexpr qsizetype longestPattern = 200;

Result<QRegularExpression> readPattern(const QByteArray &query, const char *name)
{
    const QString text = queryValue(query, name).value_or(QString());
    if (text.isEmpty())
        return QRegularExpression();
    // Somebody's pattern must not keep the engine busy.
    const QRegularExpression pattern(u"(*LIMIT_MATCH=2000)"_qs + text);
    if (pattern.isValid() && text.size() <= longestPattern)
        return pattern;
    return invalidInput(name,
                        CoreText::tr("“%1” is no regular expression of at most %2 characters.")
                            .arg(QString::fromLatin1(name))
                            .arg(longestPattern));
}

} // namespace

Result<KinitFilter> KinitFilter::read(const QByteArray &query)
{
    KinitFilter filter;
    const auto name = readPattern(query, "name");
    const auto job = readPattern(query, "job_id");
    const auto page = readNumber(query, "page", 1, mostPages);
    const auto limit = readNumber(query, "limit", 1, mostPerPage);
    if (!name || !job)
        return name ? job.error() : name.error();
    if (!page || !limit)
        return page ? limit.error() : page.error();
    filter.name = *name;
    filter.job = *job;
    filter.id = queryValue(query, "_id").value_or(QString());
    filter.group = queryValue(query, "group").value_or(QString());
    filter.orderField = queryValue(query, "v_order_field").value_or(QString());
    filter.isDescending = queryValue(query, "v_order").value_or(QString()).startsWith(u"desc");
    filter.page = int(page->value_or(filter.page));
    filter.limit = int(limit->value_or(filter.limit));
    return filter;
}

bool KinitFilter::fits(const QRegularExpression &pattern, const QString &text)
{
    return pattern.pattern().isEmpty() || pattern.match(text).hasMatch();
}

} // namespace carillon
