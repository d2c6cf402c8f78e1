// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronsyntax.h"
#include "fuzz/promises.h"
#include "fuzz/readers.h"

namespace carillon::fuzz {

namespace {

QString joined(const CronTexts &texts)
{
    QStringList parts;
    for (const auto &text : texts)
        parts.append(text.value_or(u"–"_qs));
    return parts.join(u" | ");
}

} // namespace

QString cronfields(const QByteArray &lines)
{
    CronTexts texts;
    const QStringList written = QString::fromUtf8(lines).split(u'\n');
    for (qsizetype i = 0; i < std::min<qsizetype>(written.size(), cronFieldCount); ++i) {
        if (!written[i].isEmpty())
            texts[std::size_t(i)] = written[i];
    }
    const auto masks = readCronFields(texts);
    if (!masks)
        return brokenBy(masks.error().error());
    const CronNotation notation = cronNotation(texts);
    if (const QString broken =
            notReadBack(readCronFields(notation.fields), *masks, joined(notation.fields));
        !broken.isEmpty())
        return broken;
    if (const auto printed = printCronFields(*masks)) {
        const QString broken = notReadBack(readCronFields(*printed), *masks, joined(*printed));
        if (!broken.isEmpty())
            return broken;
    }
    const Zone zone = *Zone::named(u"Australia/Lord_Howe");
    return brokenBy(Trigger(CronTrigger(CronFields(*masks), zone, {}, notation)));
}

} // namespace carillon::fuzz
