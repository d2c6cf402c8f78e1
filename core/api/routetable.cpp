// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/routetable.h"

#include <algorithm>

namespace carillon {

namespace {

/// Of `/jobs/a`: `jobs` and `a`; of nothing: none. A path is never longer than any route is.
bool split(QByteArrayView path, std::vector<QByteArrayView> &segments)
{
    constexpr std::size_t most = 4;
    while (!path.isEmpty()) {
        if (path.front() != '/' || segments.size() == most)
            return false;
        path = path.sliced(1);
        const auto slash = path.indexOf('/');
        segments.push_back(path.first(slash < 0 ? path.size() : slash));
        path = path.sliced(segments.back().size());
    }
    return true;
}

bool isPlaceholder(const QByteArray &segment)
{
    return segment.startsWith('{');
}

bool matches(const std::vector<QByteArray> &pattern, const std::vector<QByteArrayView> &segments)
{
    const auto fits = [](const QByteArray &wanted, QByteArrayView found) {
        return isPlaceholder(wanted) ? !found.isEmpty() : found == wanted;
    };
    return std::equal(pattern.begin(), pattern.end(), segments.begin(), segments.end(), fits);
}

} // namespace

const ApiHandler *Route::handler(const QByteArray &method) const
{
    const QByteArrayView wanted = method == "HEAD" ? QByteArrayView("GET") : QByteArrayView(method);
    for (const Method &each : methods) {
        if (each.name == wanted)
            return &each.handler;
    }
    return nullptr;
}

void RouteTable::add(const QByteArray &method, const QByteArray &path, ApiHandler handler)
{
    auto route = std::find_if(m_routes.begin(), m_routes.end(),
                              [&path](const Route &each) { return each.path == path; });
    if (route == m_routes.end()) {
        std::vector<QByteArrayView> segments;
        split(path, segments);
        Route added{path, {}, {}, {}};
        for (const QByteArrayView segment : segments)
            added.segments.push_back(segment.toByteArray());
        m_routes.push_back(std::move(added));
        route = std::prev(m_routes.end());
    }
    route->methods.push_back({method, std::move(handler)});
    route->allow.clear();
    for (const Route::Method &each : route->methods)
        route->allow += each.name == "GET" ? QByteArray("GET, HEAD, ") : each.name + ", ";
    route->allow += "OPTIONS";
}

const Route *RouteTable::find(QByteArrayView path, std::vector<QByteArrayView> &arguments) const
{
    std::vector<QByteArrayView> segments;
    segments.reserve(4);
    if (!split(path, segments))
        return nullptr;
    for (const Route &route : m_routes) {
        if (!matches(route.segments, segments))
            continue;
        for (std::size_t i = 0; i < segments.size(); ++i) {
            if (isPlaceholder(route.segments[i]))
                arguments.push_back(segments[i]);
        }
        return &route;
    }
    return nullptr;
}

} // namespace carillon
