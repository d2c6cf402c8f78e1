// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imports/importformat.h"

#include "core/util/json.h"

namespace carillon {

namespace {

ImportFormat formatOf(const QJsonObject &first)
{
    if (first.contains(u"exec_strategy") || first.contains(u"task"))
        return ImportFormat::Kinit;
    // Only a server tells where a job stands; in files it may be null, to pause it.
    if (first.value(u"next_run_time").isString() && first.contains(u"misfire_grace_time") &&
        first.value(u"trigger").isString() && !first.contains(u"replace_existing"))
        return ImportFormat::Apscheduler;
    return ImportFormat::Jobs;
}

} // namespace

const QStringList &importFormatNames()
{
    static const QStringList names{u"jobs"_qs, u"crontab"_qs, u"kinit"_qs, u"apscheduler"_qs};
    return names;
}

ImportFormat guessImportFormat(const QByteArray &content)
{
    const QByteArray text = content.trimmed();
    if (!text.startsWith('[') && !text.startsWith('{'))
        return ImportFormat::Crontab;
    const auto value = parseJson(text);
    if (!value)
        return ImportFormat::Jobs; // and let its reader say what is wrong
    if (value->isArray())
        return formatOf(value->toArray().at(0).toObject());
    const QJsonObject object = value->toObject();
    const QJsonValue data = object.value(u"data");
    return formatOf(data.isArray()    ? data.toArray().at(0).toObject()
                    : data.isObject() ? data.toObject()
                                      : object);
}

} // namespace carillon
