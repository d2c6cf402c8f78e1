// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/schedulegrammar.h"

namespace carillon {

namespace {

QString twoDigits(int number)
{
    return u"%1"_qs.arg(number, 2, 10, QChar(u'0'));
}

} // namespace

QString clockText(int secondOfDay)
{
    QString text = twoDigits(secondOfDay / 3600) + u':' + twoDigits(secondOfDay / 60 % 60);
    if (secondOfDay % 60 != 0)
        text += u':' + twoDigits(secondOfDay % 60);
    return text;
}

QStringList clockTexts(const std::vector<int> &secondsOfDay)
{
    QStringList texts;
    for (const int second : secondsOfDay)
        texts.append(clockText(second));
    return texts;
}

std::pair<QString, QString> clockTexts(const CronRhythm::Window &window)
{
    std::pair texts{clockText(window.first), clockText(window.last)};
    if (texts.first.size() < texts.second.size())
        texts.first += u":00"_qs;
    else if (texts.second.size() < texts.first.size())
        texts.second += u":00"_qs;
    return texts;
}

QString dateText(CivilDate date)
{
    return u"%1-%2-%3"_qs.arg(date.year, 4, 10, QChar(u'0'))
        .arg(twoDigits(date.month), twoDigits(date.day));
}

std::vector<LengthPart> lengthParts(Duration length)
{
    using Unit = LengthPart::Unit;
    using std::chrono::days;
    using std::chrono::weeks;
    if (length % weeks(1) == Duration::zero())
        return {{Unit::Week, QString::number(length / weeks(1))}};
    std::vector<LengthPart> parts;
    const std::pair<Unit, Duration> units[] = {{Unit::Day, days(1)},
                                               {Unit::Hour, std::chrono::hours(1)},
                                               {Unit::Minute, std::chrono::minutes(1)}};
    for (const auto &[unit, one] : units) {
        if (length >= one)
            parts.push_back({unit, QString::number(length / one)});
        length %= one;
    }
    if (length > Duration::zero())
        parts.push_back({Unit::Second, QString::number(double(length.count()) / 1e6, 'g', 8)});
    return parts;
}

QString listed(const QStringList &items, const QString &comma, const QString &last)
{
    if (items.size() < 2)
        return items.join(comma);
    return items.first(items.size() - 1).join(comma) + last + items.last();
}

bool isUtc(const QString &zoneId)
{
    static const QStringList names{u"UTC"_qs,     u"Etc/UTC"_qs,  u"Etc/UCT"_qs,
                                   u"UCT"_qs,     u"Etc/Zulu"_qs, u"Zulu"_qs,
                                   u"Etc/GMT"_qs, u"+00:00"_qs,   u"-00:00"_qs};
    return names.contains(zoneId);
}

QString cityOf(const QString &zoneId)
{
    return zoneId.section(u'/', -1).replace(u'_', u' ');
}

QString fixedZoneText(const QString &zoneId)
{
    if (isUtc(zoneId))
        return u"UTC"_qs;
    const bool offset = zoneId.startsWith(u'+') || zoneId.startsWith(u'-');
    return offset ? u"UTC"_qs + zoneId : QString();
}

} // namespace carillon
