// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/callexpression.h"
#include "core/util/json.h"
#include "fuzz/promises.h"
#include "fuzz/readers.h"

#include <QRegularExpression>

namespace carillon::fuzz {

namespace {

bool isColumn(const QString &message, const QString &text)
{
    static const QRegularExpression form(u"^Column ([0-9]+): "_qs);
    const auto found = form.match(message);
    return found.hasMatch() && found.captured(1).toInt() >= 1 &&
           found.captured(1).toInt() <= text.size() + 1;
}

} // namespace

QString calls(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const auto call = CallExpression::parse(text);
    if (!call) {
        const QString broken = brokenBy(call.error());
        if (!broken.isEmpty() || call.error().field != u"func")
            return broken.isEmpty() ? u"blames something else"_qs : broken;
        return isColumn(call.error().message, text)
                   ? QString()
                   : u"names no column: "_qs + call.error().message;
    }
    const QString path = call->moduleName() + u'.' + call->className();
    if (!text.startsWith(path) || call->className().isEmpty() || call->className().contains(u'.'))
        return u"not the path: "_qs + path;
    if (call->text() != text)
        return u"not the text: "_qs + call->text();
    // Exponents may be beyond a double, which is what Qt's reader takes numbers for.
    const QByteArray &arguments = call->arguments();
    if (!arguments.toLower().contains('e') && !parseJson(arguments))
        return u"not JSON: "_qs + QString::fromUtf8(arguments);
    return {};
}

} // namespace carillon::fuzz
