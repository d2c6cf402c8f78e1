// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"
#include "core/util/textencoding.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QUrl>

namespace carillon {

/// Both ends included.
struct StatusRange
{
    int first = 200;
    int last = 299;

    bool operator==(const StatusRange &) const = default;
};

/// One request to a web server; see HttpExecutor for how it is made.
struct HttpAction
{
    QString url; ///< http or https, without user and password
    QString method = QStringLiteral("GET");
    QMap<QString, QString> headers = {};
    QString body = {};                                   ///< sent as UTF-8
    QList<StatusRange> expected = QList<StatusRange>(1); ///< answers that count as success
    TextEncoding encoding = TextEncoding::Auto;          ///< of the answer's body

    bool expects(int status) const;

    bool operator==(const HttpAction &) const = default;
};

/// Reads `[url]` and the keywords `method headers body expect encoding`. `expect` is a status, a
/// range like "200-299", or a list of these. Fails with field `args` or `kwargs`.
Result<HttpAction> httpFromJson(const QJsonArray &args, const QJsonObject &kwargs);

/// The keywords that differ from their defaults.
QJsonObject httpKeywords(const HttpAction &action);

/// `200-299`, `200, 404`; what httpFromJson and statusRanges read.
QString statusText(const QList<StatusRange> &ranges);
/// Fails with field `expect`.
Result<QList<StatusRange>> statusRanges(const QString &text);

/// Whether it can be sent. The error's field is `url`, `method`, `headers` or `expect`.
Result<> checkHttp(const HttpAction &action);

} // namespace carillon
