// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/httpaction.h"

#include "core/jobs/outputencoding.h"
#include "core/util/coretext.h"
#include "core/util/json.h"
#include "core/util/quoted.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace carillon {

namespace {

constexpr qsizetype longestUrl = 8000;

Error inHttpKeywords(const Error &error)
{
    return invalidInput("kwargs", CoreText::tr("kwargs: %1").arg(error.message));
}

Error notAStatus(const QString &text)
{
    return invalidInput(
        "expect", CoreText::tr("“%1” is not an expected status; 200, 200-299 or a list of these "
                               "is accepted.")
                      .arg(oneLine(text)));
}

Result<StatusRange> statusRange(const QString &text)
{
    static const QRegularExpression form(u"^\\s*([1-9]\\d{2})\\s*(?:-\\s*([1-9]\\d{2})\\s*)?$"_qs);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return notAStatus(text);
    const int first = match.captured(1).toInt();
    return StatusRange{first, match.hasCaptured(2) ? match.captured(2).toInt() : first};
}

Result<QList<StatusRange>> readExpected(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return HttpAction().expected;
    const QJsonArray entries = value.isArray() ? value.toArray() : QJsonArray{value};
    QList<StatusRange> ranges;
    for (const QJsonValue entry : entries) {
        if (!entry.isString() && !entry.isDouble())
            return notAStatus(toJsonText(entry));
        const auto range = statusRange(entry.isString() ? entry.toString() : toJsonText(entry));
        if (!range)
            return range.error();
        ranges.append(*range);
    }
    return ranges;
}

QJsonValue rangeToJson(const StatusRange &range)
{
    if (range.first == range.last)
        return range.first;
    return u"%1-%2"_qs.arg(range.first).arg(range.last);
}

QMap<QString, QString> readHeaders(JsonFields &fields)
{
    QMap<QString, QString> headers;
    const QJsonObject object = fields.object("headers");
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.value().isString())
            fields.refuse("headers", CoreText::tr("“headers” must map names to texts."));
        headers.insert(it.key(), it.value().toString());
    }
    return headers;
}

/// A method or the name of a header, as RFC 9110 has it.
bool isToken(const QString &text)
{
    static const QRegularExpression form(u"^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}$"_qs);
    return form.match(text).hasMatch() && !text.endsWith(u'\n');
}

bool isControlCharacter(QChar c)
{
    return c.category() == QChar::Other_Control && c != u'\t';
}

bool hasControls(const QString &text)
{
    return std::any_of(text.begin(), text.end(), isControlCharacter);
}

Result<> checkUrl(const QString &text)
{
    const auto refused = [](const QString &message) { return invalidInput("url", message); };
    if (text.trimmed().isEmpty())
        return refused(CoreText::tr("Which address? Type it as https://host/path."));
    const QUrl url(text, QUrl::TolerantMode);
    if (!url.isValid() || hasControls(text) || text.size() > longestUrl)
        return refused(CoreText::tr("“%1” is not an address; https://host/path is accepted.")
                           .arg(oneLine(text)));
    if (url.scheme() != u"http" && url.scheme() != u"https")
        return refused(
            CoreText::tr("“%1” does not begin with http:// or https://.").arg(oneLine(text)));
    if (url.host().isEmpty())
        return refused(
            CoreText::tr("“%1” names no host; https://host/path is accepted.").arg(oneLine(text)));
    if (!url.userInfo().isEmpty())
        return refused(CoreText::tr("An address with user or password would show them in lists "
                                    "and logs; put them into the header Authorization."));
    return {};
}

Result<> checkHeaders(const QMap<QString, QString> &headers)
{
    static const QSet<QString> ours{u"connection"_qs,
                                    u"content-length"_qs,
                                    u"expect"_qs,
                                    u"host"_qs,
                                    u"keep-alive"_qs,
                                    u"te"_qs,
                                    u"trailer"_qs,
                                    u"upgrade"_qs,
                                    u"transfer-encoding"_qs,
                                    u"proxy-authorization"_qs};
    QSet<QString> seen;
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        const QString name = it.key().toLower();
        QString message;
        if (!isToken(it.key()))
            message = CoreText::tr("“%1” is not the name of a header; letters, digits and dashes "
                                   "are accepted.");
        else if (ours.contains(name))
            message = CoreText::tr("The header “%1” is set by Carillon.");
        else if (seen.contains(name))
            message = CoreText::tr("The header “%1” is there twice.");
        else if (hasControls(it.value()))
            message = CoreText::tr("The header “%1” must not contain line breaks or other control "
                                   "characters.");
        if (!message.isEmpty())
            return invalidInput("headers", message.arg(oneLine(it.key())));
        seen.insert(name);
    }
    return {};
}

Result<> checkExpected(const QList<StatusRange> &ranges)
{
    if (ranges.isEmpty())
        return invalidInput("expect",
                            CoreText::tr("Which status is expected? For example 200-299."));
    for (const StatusRange &range : ranges) {
        if (range.first < 100 || range.last > 599 || range.first > range.last)
            return invalidInput("expect",
                                CoreText::tr("%1 is out of range; 100 to 599 is accepted.")
                                    .arg(statusText({range})));
    }
    return {};
}

} // namespace

bool HttpAction::expects(int status) const
{
    return std::any_of(expected.begin(), expected.end(), [status](const StatusRange &range) {
        return range.first <= status && status <= range.last;
    });
}

Result<HttpAction> httpFromJson(const QJsonArray &args, const QJsonObject &kwargs)
{
    if (args.size() != 1 || !args.at(0).isString())
        return invalidInput("args",
                            CoreText::tr("An HTTP job needs an address as its only argument."));
    JsonFields fields(kwargs);
    HttpAction action;
    action.url = args.at(0).toString();
    action.method = fields.text("method", action.method).toUpper();
    action.headers = readHeaders(fields);
    action.body = fields.text("body");
    const auto expected = readExpected(fields.value("expect"));
    action.encoding = readEncoding(fields);
    if (const auto read = fields.finish(); !read)
        return inHttpKeywords(read.error());
    if (!expected)
        return inHttpKeywords(expected.error());
    action.expected = *expected;
    return action;
}

QJsonObject httpKeywords(const HttpAction &action)
{
    QJsonObject kwargs;
    if (action.method != HttpAction().method)
        kwargs.insert(u"method"_qs, action.method);
    if (!action.headers.isEmpty()) {
        QJsonObject headers;
        for (auto it = action.headers.begin(); it != action.headers.end(); ++it)
            headers.insert(it.key(), it.value());
        kwargs.insert(u"headers"_qs, headers);
    }
    if (!action.body.isEmpty())
        kwargs.insert(u"body"_qs, action.body);
    if (action.expected.size() == 1 && action.expected != HttpAction().expected)
        kwargs.insert(u"expect"_qs, rangeToJson(action.expected.first()));
    if (action.expected.size() != 1) {
        QJsonArray ranges;
        for (const StatusRange &range : action.expected)
            ranges.append(rangeToJson(range));
        kwargs.insert(u"expect"_qs, ranges);
    }
    writeEncoding(kwargs, action.encoding);
    return kwargs;
}

QString statusText(const QList<StatusRange> &ranges)
{
    QStringList texts;
    for (const StatusRange &range : ranges)
        texts.append(range.first == range.last ? QString::number(range.first)
                                               : u"%1-%2"_qs.arg(range.first).arg(range.last));
    return texts.join(u", ");
}

Result<QList<StatusRange>> statusRanges(const QString &text)
{
    QList<StatusRange> ranges;
    for (const QString &part : text.split(u',')) {
        const auto range = statusRange(part);
        if (!range)
            return range.error();
        ranges.append(*range);
    }
    return ranges;
}

Result<> checkHttp(const HttpAction &action)
{
    if (const auto url = checkUrl(action.url); !url)
        return url;
    if (!isToken(action.method) || action.method == u"CONNECT")
        return invalidInput(
            "method", CoreText::tr("“%1” is not a method; GET, POST and the like are accepted.")
                          .arg(oneLine(action.method)));
    if (const auto headers = checkHeaders(action.headers); !headers)
        return headers;
    return checkExpected(action.expected);
}

} // namespace carillon
