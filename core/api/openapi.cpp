// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/openapi.h"

#include "core/util/json.h"

#include <QFile>

namespace carillon {

QByteArray openApiText(const QString &prefix)
{
    static const QByteArray text = [] {
        QFile file(u":/api/openapi.json"_qs);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();
    const auto parsed = parseJson(text);
    QJsonObject object = parsed ? parsed->toObject() : QJsonObject();
    object.insert(u"servers"_qs, QJsonArray{QJsonObject{{u"url"_qs, prefix}}});
    QJsonObject info = object.value(u"info").toObject();
    info.insert(u"version"_qs, QStringLiteral(CARILLON_VERSION));
    object.insert(u"info"_qs, info);
    return toJsonText(object);
}

} // namespace carillon
