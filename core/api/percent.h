// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace carillon {

/// The text a part of a URL stands for. Nothing if an escape is malformed or stands for NUL, or if
/// what comes out is not UTF-8.
std::optional<QString> percentDecoded(QByteArrayView encoded);

/// One value of a query string, where `+` is a blank; nothing if there is none by that name or if
/// it cannot be decoded. Of several the last counts.
std::optional<QString> queryValue(const QByteArray &query, QByteArrayView name);

/// The same for a whole number within limits, both inclusive; InvalidInput for anything else.
Result<std::optional<qint64>> readNumber(const QByteArray &query, const char *name, qint64 least,
                                         qint64 most);
/// Whether it is there and not `0` or `false`.
bool queryFlag(const QByteArray &query, const char *name);

} // namespace carillon
