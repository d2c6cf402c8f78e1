// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronsyntax.h"
#include "fuzz/promises.h"
#include "fuzz/readers.h"

namespace carillon::fuzz {

namespace {

/// A mistake points at characters of the text, or just behind it.
QString misplaced(const CronMistake &mistake, const QString &text)
{
    const qsizetype end = mistake.column - 1 + mistake.length;
    if (mistake.column < 1 || mistake.length < 0 || mistake.fieldColumn < 1 ||
        mistake.column < mistake.fieldColumn || end > std::max(text.size(), mistake.column))
        return u"points at column %1, %2 long"_qs.arg(mistake.column).arg(mistake.length);
    if (mistake.sentence().isEmpty() || mistake.sentence().contains(u'\n'))
        return u"no sentence: "_qs + mistake.sentence();
    return brokenBy(mistake.error());
}

QString notRecognised(CronDialect dialect, const CronMasks &masks, const QString &text)
{
    for (const CronReading &reading : recogniseCron(text)) {
        if (reading.notation.dialect == dialect)
            return reading.masks == masks ? QString() : u"recognised as something else"_qs;
    }
    return u"accepted but not recognised"_qs;
}

QString expression(CronDialect dialect, const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const auto masks = readCron(dialect, text);
    if (!masks)
        return misplaced(masks.error(), text);
    const CronNotation notation = cronNotation(dialect, text);
    QString broken = notReadBack(readCron(notation), *masks, notation.expression);
    if (broken.isEmpty())
        broken = notRecognised(dialect, *masks, text);
    for (const CronDialect other : cronTextDialects) {
        const auto printed = printCron(other, *masks);
        if (broken.isEmpty() && printed)
            broken = notReadBack(readCron(other, *printed), *masks, *printed);
    }
    if (!broken.isEmpty())
        return broken;
    const Zone zone = *Zone::named(u"America/New_York");
    return brokenBy(Trigger(CronTrigger(CronFields(*masks), zone, {}, notation)));
}

} // namespace

QString apschedulercrontab(const QByteArray &text)
{
    return expression(CronDialect::ApschedulerCrontab, text);
}

QString crontab(const QByteArray &text)
{
    return expression(CronDialect::Crontab, text);
}

QString seconds(const QByteArray &text)
{
    return expression(CronDialect::Seconds, text);
}

QString quartz(const QByteArray &text)
{
    return expression(CronDialect::Quartz, text);
}

QString kinit(const QByteArray &text)
{
    return expression(CronDialect::Kinit, text);
}

} // namespace carillon::fuzz
