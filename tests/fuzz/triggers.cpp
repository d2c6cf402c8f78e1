// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/triggerjson.h"

#include "core/util/json.h"
#include "fuzz/promises.h"
#include "fuzz/readers.h"

namespace carillon::fuzz {

QString triggers(const QByteArray &json)
{
    const auto parsed = parseJson(json);
    if (!parsed)
        return brokenBy(parsed.error());
    const QJsonObject object = parsed->toObject();
    const TriggerContext context{*parseInstant(u"2026-01-01T00:00Z", Zone()),
                                 *Zone::named(u"Europe/Berlin")};
    const auto trigger =
        triggerFromJson(object[u"kind"].toString(), object[u"args"].toObject(), context);
    return trigger ? brokenBy(*trigger) : brokenBy(trigger.error());
}

} // namespace carillon::fuzz
