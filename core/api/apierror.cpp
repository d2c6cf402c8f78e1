// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/apierror.h"

#include "core/util/json.h"

namespace carillon {

namespace {

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput: return 400;
    case ErrorCode::NotFound: return 404;
    case ErrorCode::Conflict:
    case ErrorCode::NotAllowed:
    case ErrorCode::AlreadyRunning: return 409;
    case ErrorCode::StoreBusy: return 503;
    case ErrorCode::StoreFull: return 507;
    case ErrorCode::StoreRefused:
    case ErrorCode::PortTaken:
    case ErrorCode::UnsafeSettings:
    case ErrorCode::Internal: break;
    }
    return 500;
}

} // namespace

ApiResponse emptyResponse()
{
    static const QList<ApiHeader> headers{{"X-Content-Type-Options", "nosniff"},
                                          {"Cache-Control", "no-store"}};
    return {204, headers, {}};
}

ApiResponse jsonResponse(const QJsonObject &value)
{
    return jsonResponse(toJsonText(value));
}

ApiResponse jsonResponse(const QByteArray &text, int status)
{
    static const QList<ApiHeader> headers{{"Content-Type", "application/json"},
                                          {"X-Content-Type-Options", "nosniff"},
                                          {"Cache-Control", "no-store"},
                                          {"X-Frame-Options", "DENY"}};
    return {status, headers, text};
}

ApiResponse errorResponse(int status, const QString &message, const QString &field)
{
    QJsonObject object{{u"error_message"_qs, message}};
    if (!field.isEmpty())
        object.insert(u"field"_qs, field);
    return jsonResponse(toJsonText(object), status);
}

ApiResponse errorResponse(const Error &error)
{
    return errorResponse(statusOf(error.code), error.message, error.field);
}

} // namespace carillon
