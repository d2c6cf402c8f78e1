// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/json.h"

#include "core/util/coretext.h"
#include "core/util/quoted.h"

#include <QJsonDocument>

#include <cmath>

namespace carillon {

namespace {

QString keyText(const char *key)
{
    return QString::fromLatin1(key);
}

} // namespace

JsonFields::JsonFields(const QJsonObject &object) : m_object(object) {}

bool JsonFields::has(const char *key) const
{
    const QJsonValue value = m_object.value(keyText(key));
    return !value.isUndefined() && !value.isNull();
}

QJsonValue JsonFields::read(const char *key)
{
    const QString name = keyText(key);
    if (!m_known.contains(name))
        m_known.append(name);
    return m_object.value(name);
}

QString JsonFields::text(const char *key, const QString &otherwise)
{
    const QJsonValue value = read(key);
    if (value.isUndefined() || value.isNull())
        return otherwise;
    if (!value.isString()) {
        refuse(key, CoreText::tr("“%1” must be text.").arg(keyText(key)));
        return otherwise;
    }
    if (value.toString().contains(QChar(u'\0'))) {
        refuse(key, CoreText::tr("“%1” contains a NUL character.").arg(keyText(key)));
        return otherwise;
    }
    return value.toString();
}

bool JsonFields::flag(const char *key, bool otherwise)
{
    const QJsonValue value = read(key);
    if (value.isUndefined() || value.isNull())
        return otherwise;
    if (!value.isBool())
        refuse(key, CoreText::tr("“%1” must be true or false.").arg(keyText(key)));
    return value.toBool(otherwise);
}

std::optional<qint64> JsonFields::integer(const char *key, qint64 least, qint64 most)
{
    const QJsonValue value = read(key);
    if (value.isUndefined() || value.isNull())
        return {};
    const double number = value.toDouble(std::nan(""));
    if (std::isfinite(number) && number == std::floor(number) && number >= double(least) &&
        number <= double(most))
        return value.toInteger(qint64(number));
    refuse(key, CoreText::tr("“%1” must be a whole number from %2 to %3.")
                    .arg(keyText(key))
                    .arg(least)
                    .arg(most));
    return {};
}

QJsonArray JsonFields::array(const char *key)
{
    const QJsonValue value = read(key);
    if (value.isUndefined() || value.isNull())
        return {};
    if (!value.isArray())
        refuse(key, CoreText::tr("“%1” must be an array.").arg(keyText(key)));
    return value.toArray();
}

QJsonObject JsonFields::object(const char *key)
{
    const QJsonValue value = read(key);
    if (value.isUndefined() || value.isNull())
        return {};
    if (!value.isObject())
        refuse(key, CoreText::tr("“%1” must be an object.").arg(keyText(key)));
    return value.toObject();
}

QStringList JsonFields::texts(const char *key)
{
    QStringList result;
    const QJsonArray items = array(key);
    for (const QJsonValue &item : items) {
        if (!item.isString()) {
            refuse(key, CoreText::tr("“%1” must be an array of texts.").arg(keyText(key)));
            return {};
        }
        result.append(item.toString());
    }
    return result;
}

std::optional<int> JsonFields::word(const char *key, const QStringList &accepted)
{
    const QJsonValue value = read(key);
    if (value.isUndefined() || value.isNull())
        return {};
    const auto index = accepted.indexOf(value.toString());
    if (value.isString() && index >= 0)
        return int(index);
    refuse(key, CoreText::tr("“%1” must be one of: %2.").arg(keyText(key), accepted.join(u", ")));
    return {};
}

QJsonValue JsonFields::value(const char *key)
{
    return read(key);
}

void JsonFields::refuse(const char *key, const QString &message)
{
    if (!m_mistake)
        m_mistake = Error{ErrorCode::InvalidInput, message, keyText(key)};
}

QJsonObject JsonFields::rest()
{
    QJsonObject result;
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        if (!m_known.contains(it.key()))
            result.insert(it.key(), it.value());
    }
    m_known.append(result.keys());
    return result;
}

Result<> JsonFields::finish() const
{
    if (m_mistake)
        return *m_mistake;
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        if (!m_known.contains(it.key()))
            return Error{ErrorCode::InvalidInput,
                         CoreText::tr("“%1” is not known here; accepted: %2.")
                             .arg(oneLine(it.key()), m_known.join(u", ")),
                         it.key()};
    }
    return {};
}

Result<QJsonValue> parseJson(const QByteArray &bytes)
{
    QJsonParseError mistake;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &mistake);
    if (mistake.error != QJsonParseError::NoError) {
        const auto before = bytes.first(std::min<qsizetype>(mistake.offset, bytes.size()));
        const auto line = before.count('\n') + 1;
        const auto column = before.size() - (before.lastIndexOf('\n') + 1) + 1;
        return Error{ErrorCode::InvalidInput,
                     CoreText::tr("Not valid JSON at line %1, column %2: %3.")
                         .arg(line)
                         .arg(column)
                         .arg(mistake.errorString())};
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QByteArray toJsonText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString toJsonText(const QJsonValue &value)
{
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.sliced(1, wrapped.size() - 2));
}

} // namespace carillon
