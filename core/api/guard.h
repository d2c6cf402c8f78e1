// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apirequest.h"

#include <QStringList>

#include <optional>

namespace carillon {

struct ApiResponse;

/// Keeps the pages of a browser out: those that reach us by another name (rebound DNS), and those
/// that send requests from elsewhere.
class Guard
{
public:
    /// `names` as in ApiOptions.
    explicit Guard(const QStringList &names);

    /// Why a request over HTTP is not answered: 421 for a host that is not ours, 403 for one from
    /// another site; nothing if it may pass.
    std::optional<ApiResponse> refusal(const ApiRequest &request) const;

private:
    bool isOurs(const QByteArray &host, const ApiCaller &caller) const;

    QList<QByteArray> m_names; ///< in lower case
};

} // namespace carillon
