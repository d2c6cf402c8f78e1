// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apiresponse.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace carillon {

/// Called once, in the engine thread.
using ApiReply = std::function<void(ApiResponse)>;

/// A request that has found its handler. Good until the handler returns.
struct ApiCall
{
    const ApiRequest &request;
    const QStringList &arguments; ///< what stands for the placeholders of the path, decoded
    const QString &who;           ///< the name of the login; empty where none is needed
};

using ApiHandler = std::function<void(const ApiCall &, ApiReply)>;

/// One resource with what can be done to it.
struct Route
{
    QByteArray path; ///< below the prefix: `/jobs/{id}/pause`
    std::vector<QByteArray> segments;
    struct Method
    {
        QByteArray name;
        ApiHandler handler;
    };
    std::vector<Method> methods;
    QByteArray allow; ///< as the header says it

    /// That of GET for HEAD. Null if the resource does not know the method.
    const ApiHandler *handler(const QByteArray &method) const;
};

/// All resources. GET brings HEAD along, and everything answers OPTIONS.
class RouteTable
{
public:
    /// `path` begins with a slash, or is empty for the prefix itself; each of its segments is
    /// literal or a `{placeholder}`.
    void add(const QByteArray &method, const QByteArray &path, ApiHandler handler);

    /// Null if nothing is there. `arguments` are what stands for the placeholders, as it came.
    const Route *find(QByteArrayView path, std::vector<QByteArrayView> &arguments) const;

    const std::vector<Route> &routes() const { return m_routes; }

private:
    std::vector<Route> m_routes;
};

} // namespace carillon
