// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/instant.h"

#include <QVariant>

/// Values as they stand in the database, and back.
namespace carillon::sqlvalues {

inline QVariant fromInstant(Instant instant)
{
    return qint64(instant.time_since_epoch().count());
}

template <typename Number>
QVariant fromOptional(const std::optional<Number> &number)
{
    return number ? QVariant(*number) : QVariant();
}
inline QVariant fromOptional(const std::optional<Instant> &instant)
{
    return instant ? fromInstant(*instant) : QVariant();
}
/// Empty texts are stored as null.
inline QVariant fromText(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

inline Instant toInstant(const QVariant &value)
{
    return Instant(Duration(value.toLongLong()));
}
inline std::optional<Instant> toOptionalInstant(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(toInstant(value));
}
inline std::optional<int> toOptionalInt(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toInt());
}

} // namespace carillon::sqlvalues
