// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/timetext.h"

#include "core/time/zone.h"

#include <QStringList>

namespace carillon::ctl {

QString timeText(const std::optional<Instant> &time, const Terminal &terminal, const Zone &zone)
{
    if (!time)
        return u"-"_qs;
    if (!terminal.isTerminal)
        return toIso(*time, zone);
    const auto second = std::chrono::floor<std::chrono::seconds>(*time);
    QString text = toIso(Instant(second), zone).left(19);
    text[10] = u' ';
    return text;
}

QString timeText(const std::optional<Instant> &time, const Terminal &terminal)
{
    return timeText(time, terminal, Zone::system());
}

QString lengthText(Duration length)
{
    using namespace std::chrono;
    const double exact = duration<double>(length).count();
    const qint64 whole = duration_cast<seconds>(length).count();
    if (whole < 10)
        return u"%1 s"_qs.arg(exact, 0, 'f', 3);
    if (whole < 60)
        return u"%1 s"_qs.arg(whole);
    if (whole < 3600)
        return u"%1 min %2 s"_qs.arg(whole / 60).arg(whole % 60);
    if (whole < 86'400)
        return u"%1 h %2 min"_qs.arg(whole / 3600).arg(whole / 60 % 60);
    return u"%1 d %2 h"_qs.arg(whole / 86'400).arg(whole / 3600 % 24);
}

} // namespace carillon::ctl
