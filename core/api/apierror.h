// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apiresponse.h"
#include "core/util/result.h"

#include <QJsonObject>

namespace carillon {

/// `value` as an answer with status 200.
ApiResponse jsonResponse(const QJsonObject &value);
/// 204.
ApiResponse emptyResponse();
/// JSON text as an answer.
ApiResponse jsonResponse(const QByteArray &text, int status = 200);

/// `{"error_message": …}`, with `field` where one is to blame.
ApiResponse errorResponse(int status, const QString &message, const QString &field = {});

/// The same with the status that the error's code stands for.
ApiResponse errorResponse(const Error &error);

} // namespace carillon
