// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/systemzone.h"

#include "core/time/posixrule.h"
#include "core/time/zone.h"

#include <QFile>
#include <QFileInfo>

namespace carillon {

namespace {

QString known(const QString &id)
{
    return Zone::named(id) ? id : QString();
}

/// The part of a path below a directory of zones.
QString idOfPath(const QString &path)
{
    for (const QString &directory : {zoneInfoDirectory() + u'/', u"/zoneinfo/"_qs}) {
        if (const auto at = path.lastIndexOf(directory); at >= 0)
            return known(path.mid(at + directory.size()));
    }
    return {};
}

QString idOfEnvironment(const QByteArray &value)
{
    const QByteArray name = value.startsWith(':') ? value.sliced(1) : value;
    if (name.isEmpty())
        return u"UTC"_qs;
    if (name.startsWith('/'))
        return idOfPath(QFile::decodeName(name));
    if (const QString id = known(QString::fromLatin1(name)); !id.isEmpty())
        return id;
    // `CST-8`. A rule with summer time has no name to be stored under, so it is not taken.
    const auto rule = PosixRule::parse(name);
    if (!rule || rule->daylight)
        return {};
    return offsetText(std::chrono::seconds(rule->standard));
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Where /etc/localtime is a copy, the name is that of a file with the same content.
QString idOfCopy(const QByteArray &localTime)
{
    const QString directory = zoneInfoDirectory() + u'/';
    const QString noted = known(QString::fromUtf8(contents(u"/etc/timezone"_qs)).trimmed());
    if (!noted.isEmpty() && (localTime.isEmpty() || contents(directory + noted) == localTime))
        return noted;
    if (localTime.isEmpty())
        return {};
    const QStringList ids = Zone::availableIds();
    for (const QString &id : ids) {
        const QString path = directory + id;
        if (QFileInfo(path).size() == localTime.size() && contents(path) == localTime)
            return id;
    }
    return {};
}

} // namespace

QString zoneInfoDirectory()
{
    const QString chosen = qEnvironmentVariable("TZDIR");
    return chosen.isEmpty() ? u"/usr/share/zoneinfo"_qs : chosen;
}

QString systemZoneId()
{
    if (qEnvironmentVariableIsSet("TZ")) {
        if (const QString id = idOfEnvironment(qgetenv("TZ")); !id.isEmpty())
            return id;
    }
    const QString localTime = u"/etc/localtime"_qs;
    if (const QString id = idOfPath(QFile::symLinkTarget(localTime)); !id.isEmpty())
        return id;
    return idOfCopy(contents(localTime));
}

} // namespace carillon
