// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/outputencoding.h"

#include "core/util/coretext.h"
#include "core/util/quoted.h"

namespace carillon {

TextEncoding outputEncoding(const Action &action)
{
    if (const auto *command = std::get_if<CommandAction>(&action))
        return command->surroundings.encoding;
    if (const auto *script = std::get_if<ScriptAction>(&action))
        return script->surroundings.encoding;
    if (const auto *http = std::get_if<HttpAction>(&action))
        return http->encoding;
    return TextEncoding::Auto;
}

TextEncoding readEncoding(JsonFields &fields)
{
    const QString name = fields.text("encoding", encodingName(TextEncoding::Auto));
    const auto encoding = encodingNamed(name);
    if (!encoding)
        fields.refuse("encoding", CoreText::tr("“%1” is not an encoding known here; accepted: %2.")
                                      .arg(oneLine(name), encodingNames().join(u", ")));
    return encoding.value_or(TextEncoding::Auto);
}

void writeEncoding(QJsonObject &kwargs, TextEncoding encoding)
{
    if (encoding != TextEncoding::Auto)
        kwargs.insert(u"encoding"_qs, encodingName(encoding));
}

} // namespace carillon
