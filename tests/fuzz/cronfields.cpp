// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronfields.h"

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
    const auto fields = CronFields::parse(texts);
    if (!fields)
        return brokenBy(fields.error());
    const CronTexts tidy = normalised(texts);
    if (tidy != normalised(tidy))
        return u"normalising again changes the texts"_qs;
    if (const QString broken =
            notReadBack(CronFields::parse(tidy), *fields, u"the normalised texts"_qs);
        !broken.isEmpty())
        return broken;
    const Zone zone = *Zone::named(u"Australia/Lord_Howe");
    return brokenBy(Trigger(CronTrigger(*fields, zone, {}, {.fields = tidy})));
}

} // namespace carillon::fuzz
