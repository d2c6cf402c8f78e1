// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

namespace carillon {

/// The JSON value of a body, scalars included. Refused are what no JSON is, nesting beyond 64
/// levels, and texts that hold NUL or half a character.
Result<QJsonValue> readJsonBody(const QByteArray &body);

/// The same where an object is wanted.
Result<QJsonObject> readObjectBody(const QByteArray &body);

} // namespace carillon
