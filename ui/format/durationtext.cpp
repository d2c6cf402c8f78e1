// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/durationtext.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace carillon::ui {

namespace {

struct DurationWords
{
    Q_DECLARE_TR_FUNCTIONS(DurationText)
};

QString twoDigits(qint64 number)
{
    return u"%1"_s.arg(number, 2, 10, QChar(u'0'));
}

} // namespace

QString durationText(Duration length)
{
    if (length < 1s)
        return DurationWords::tr("%1 ms").arg(length / 1ms);
    if (length < 1min)
        return DurationWords::tr("%1 s").arg(u"%1.%2"_s.arg(length / 1s).arg(length % 1s / 100ms));
    if (length < 1h)
        return DurationWords::tr("%1 min %2 s")
            .arg(length / 1min)
            .arg(twoDigits(length % 1min / 1s));
    return DurationWords::tr("%1 h %2 min").arg(length / 1h).arg(twoDigits(length % 1h / 1min));
}

QString lengthText(std::chrono::seconds length)
{
    if (length == 0s)
        return DurationWords::tr("%1 s").arg(0);
    QStringList parts;
    if (length >= 1h)
        parts << DurationWords::tr("%1 h").arg(length / 1h);
    if (const auto minutes = length % 1h / 1min)
        parts << DurationWords::tr("%1 min").arg(minutes);
    if (const auto seconds = length % 1min / 1s)
        parts << DurationWords::tr("%1 s").arg(seconds);
    return parts.join(u' ');
}

} // namespace carillon::ui
