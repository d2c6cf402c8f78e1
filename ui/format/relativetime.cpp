// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/relativetime.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace carillon::ui {

namespace {

struct RelativeTimeWords
{
    Q_DECLARE_TR_FUNCTIONS(RelativeTime)
};

QString zeroPadded(qint64 number, int width = 2)
{
    return u"%1"_s.arg(number, width, 10, QChar(u'0'));
}

struct Wall
{
    std::chrono::year_month_day date;
    std::chrono::local_days day;
    std::chrono::seconds time;

    Wall(Instant when, const Zone &zone)
    {
        const LocalTime local = zone.toLocal(when);
        day = std::chrono::floor<std::chrono::days>(local);
        date = std::chrono::year_month_day(day);
        time = std::chrono::floor<std::chrono::seconds>(local - day);
    }
    QString dateText() const
    {
        return u"%1-%2-%3"_s.arg(zeroPadded(int(date.year()), 4),
                                 zeroPadded(unsigned(date.month())),
                                 zeroPadded(unsigned(date.day())));
    }
    QString minuteText() const
    {
        return u"%1:%2"_s.arg(zeroPadded(time / 1h), zeroPadded(time % 1h / 1min));
    }
    QString secondText() const { return minuteText() + u':' + zeroPadded(time % 1min / 1s); }
    QString weekday(const QLocale &locale) const
    {
        const int number = int(std::chrono::weekday(day).iso_encoding());
        return locale.standaloneDayName(number, QLocale::ShortFormat);
    }
};

QString ahead(std::chrono::seconds length)
{
    if (length < 1min)
        return RelativeTimeWords::tr("in %1 s").arg(length / 1s);
    if (length < 1h)
        return RelativeTimeWords::tr("in %1 min").arg(length / 1min);
    const auto minutes = length % 1h / 1min;
    if (minutes == 0)
        return RelativeTimeWords::tr("in %1 h").arg(length / 1h);
    return RelativeTimeWords::tr("in %1 h %2 min").arg(length / 1h).arg(minutes);
}

QString behind(std::chrono::seconds length)
{
    if (length < 1min)
        return RelativeTimeWords::tr("%1 s ago").arg(length / 1s);
    if (length < 1h)
        return RelativeTimeWords::tr("%1 min ago").arg(length / 1min);
    return RelativeTimeWords::tr("%1 h ago").arg(length / 1h);
}

} // namespace

QString relativeTime(Instant when, const TimeView &view)
{
    const Duration distance = when - view.now;
    const Duration length = std::chrono::abs(distance);
    if (length < 1s)
        return RelativeTimeWords::tr("now");
    if (length < 12h) {
        const auto seconds = std::chrono::floor<std::chrono::seconds>(length);
        return distance > 0s ? ahead(seconds) : behind(seconds);
    }
    const Wall then(when, view.zone);
    const Wall today(view.now, view.zone);
    const auto days = (then.day - today.day).count();
    if (days == 0)
        return RelativeTimeWords::tr("today %1").arg(then.minuteText());
    if (days == 1)
        return RelativeTimeWords::tr("tomorrow %1").arg(then.minuteText());
    if (days == -1)
        return RelativeTimeWords::tr("yesterday %1").arg(then.minuteText());
    if (days > -7 && days < 7)
        return u"%1 %2"_s.arg(then.weekday(view.locale), then.minuteText());
    return u"%1 %2"_s.arg(then.dateText(), then.minuteText());
}

QString relativeTime(std::optional<Instant> when, const TimeView &view)
{
    return when ? relativeTime(*when, view) : u"—"_s;
}

QString exactTime(Instant when, const Zone &zone)
{
    const auto offset = std::chrono::floor<std::chrono::minutes>(zone.offsetAt(when));
    const auto length = std::chrono::abs(offset);
    const QString text =
        u"%1 UTC%2%3:%4"_s.arg(clockTime(when, zone), offset < 0min ? u"-"_s : u"+"_s,
                               zeroPadded(length / 1h), zeroPadded(length % 1h / 1min));
    const bool isName = zone.id().contains(u'/');
    return isName ? u"%1 (%2)"_s.arg(text, zone.id()) : text;
}

QString clockTime(Instant when, const Zone &zone)
{
    const Wall wall(when, zone);
    return wall.dateText() + u' ' + wall.secondText();
}

QString dayAndTime(Instant when, const TimeView &view)
{
    const Wall wall(when, view.zone);
    const QString time = wall.time % 1min == 0s ? wall.minuteText() : wall.secondText();
    return u"%1 %2 %3"_s.arg(wall.weekday(view.locale), wall.dateText(), time);
}

} // namespace carillon::ui
