// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronsyntax.h"

#include "fuzz/promises.h"
#include "fuzz/readers.h"

namespace carillon::fuzz {

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
    const CronNotation tidy = cronNotation(texts);
    if (tidy != cronNotation(tidy.fields))
        return u"normalising again changes the texts"_qs;
    if (const auto again = readCron(tidy); !again || *again != *masks)
        return u"the normalised texts say something else"_qs;
    const auto printed = printCronFields(*masks);
    if (!printed || *readCronFields(*printed) != *masks)
        return u"what is printed says something else"_qs;
    const Zone zone = *Zone::named(u"Australia/Lord_Howe");
    return brokenBy(Trigger(CronTrigger(CronFields(*masks), zone, {}, tidy)));
}

} // namespace carillon::fuzz
