// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/jsonbody.h"

#include "core/util/coretext.h"
#include "core/util/json.h"

#include <algorithm>

namespace carillon {

namespace {

constexpr int deepestBody = 64;

/// How deep arrays and objects are nested, as far as can be told without reading the whole.
int nestingOf(const QByteArray &text)
{
    int depth = 0;
    int deepest = 0;
    bool inText = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inText && c == '\\')
            ++i;
        else if (c == '"')
            inText = !inText;
        else if (!inText && (c == '[' || c == '{'))
            deepest = std::max(deepest, ++depth);
        else if (!inText && (c == ']' || c == '}'))
            --depth;
    }
    return deepest;
}

bool isUsableText(const QString &text)
{
    return text.isValidUtf16() && !text.contains(QChar(u'\0'));
}

/// Whether all texts inside can be kept and written again.
bool hasUsableTexts(const QJsonValue &value)
{
    if (value.isString())
        return isUsableText(value.toString());
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        return std::all_of(items.begin(), items.end(),
                           [](const QJsonValue &item) { return hasUsableTexts(item); });
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!isUsableText(it.key()) || !hasUsableTexts(it.value()))
            return false;
    }
    return true;
}

Error unusableText(const QString &field)
{
    return {ErrorCode::InvalidInput,
            CoreText::tr("Text with a NUL character or half a surrogate pair is not accepted."),
            field};
}

Result<> checkTexts(const QJsonValue &value)
{
    if (!value.isObject())
        return hasUsableTexts(value) ? Result<>() : unusableText({});
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!isUsableText(it.key()))
            return unusableText({});
        if (!hasUsableTexts(it.value()))
            return unusableText(it.key());
    }
    return {};
}

/// What stands alone in an array is a value of any kind; QJsonDocument reads no scalars.
Result<QJsonValue> parseAnyJson(const QByteArray &body)
{
    const auto parsed = parseJson(body);
    if (parsed || body.trimmed().isEmpty())
        return parsed;
    const auto wrapped = parseJson('[' + body + ']');
    const QJsonArray items = wrapped ? wrapped->toArray() : QJsonArray();
    return items.size() == 1 ? Result<QJsonValue>(items.first()) : parsed;
}

} // namespace

Result<QJsonValue> readJsonBody(const QByteArray &body)
{
    if (body.trimmed().isEmpty())
        return Error{ErrorCode::InvalidInput, CoreText::tr("The body is empty; JSON is expected.")};
    if (nestingOf(body) > deepestBody) {
        return Error{ErrorCode::InvalidInput,
                     CoreText::tr("The JSON is nested deeper than %1 levels.").arg(deepestBody)};
    }
    const auto value = parseAnyJson(body);
    if (!value)
        return value;
    if (const auto checked = checkTexts(*value); !checked)
        return checked.error();
    return value;
}

Result<QJsonObject> readObjectBody(const QByteArray &body)
{
    const auto value = readJsonBody(body);
    if (!value)
        return value.error();
    if (!value->isObject())
        return Error{ErrorCode::InvalidInput, CoreText::tr("A JSON object is expected.")};
    return value->toObject();
}

} // namespace carillon
