// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace carillon {

/// Reads the typed fields of one JSON object and remembers the first mistake.
///
/// Ask for every field, then call finish(): it names the first field of a wrong type, or the first
/// key that nobody asked for, together with what is accepted. After a mistake the getters go on
/// returning their defaults, so that a reader needs no checks in between.
///
///     JsonFields fields(object);
///     job.name = fields.text("name");
///     if (const auto read = fields.finish(); !read) return read.error();
class JsonFields
{
public:
    explicit JsonFields(const QJsonObject &object);

    bool has(const char *key) const;

    /// null reads as left out, in all of these.
    QString text(const char *key, const QString &otherwise = {});
    bool flag(const char *key, bool otherwise);
    /// A whole number within the limits, both inclusive.
    std::optional<qint64> integer(const char *key, qint64 least, qint64 most);
    QJsonArray array(const char *key);
    QJsonObject object(const char *key);
    QStringList texts(const char *key);
    /// One of the words of an enumeration, as its index.
    std::optional<int> word(const char *key, const QStringList &accepted);
    /// The value as it stands; Undefined if left out. Counts as read.
    QJsonValue value(const char *key);

    /// Records a mistake found by the caller.
    void refuse(const char *key, const QString &message);

    /// The keys nobody has asked for yet; asking for them marks them as read.
    QJsonObject rest();

    /// The first mistake, or success.
    Result<> finish() const;

private:
    QJsonValue read(const char *key);

    QJsonObject m_object;
    QStringList m_known;
    std::optional<Error> m_mistake;
};

/// Parses a document that must be an object or array; the error says line and column.
Result<QJsonValue> parseJson(const QByteArray &bytes);

/// Compact UTF-8.
QByteArray toJsonText(const QJsonObject &object);

/// The value as JSON text, scalars included (`"ok"`, `3`, `null`).
QString toJsonText(const QJsonValue &value);

} // namespace carillon
