// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/funcreference.h"

#include "core/util/json.h"
#include "fuzz/promises.h"
#include "fuzz/readers.h"

namespace carillon::fuzz {

QString funcs(const QByteArray &json)
{
    const auto parsed = parseJson(json);
    if (!parsed)
        return brokenBy(parsed.error());
    const QJsonObject object = parsed->toObject();
    const auto action = actionFromFunc(
        {object[u"func"].toString(), object[u"args"].toArray(), object[u"kwargs"].toObject()});
    if (!action) {
        static const QStringList fields{u"func"_qs, u"args"_qs, u"kwargs"_qs};
        const Error &refusal = action.error();
        return fields.contains(refusal.field) ? brokenBy(refusal)
                                              : u"blames nothing: "_qs + refusal.message;
    }
    const FuncReference written = funcFromAction(*action);
    return notReadBack(actionFromFunc(written), *action, written.func);
}

} // namespace carillon::fuzz
