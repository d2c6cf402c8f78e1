// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <cstdint>

namespace carillon {

/// How an executor does Python functions; everything else it does alike.
enum class ExecutorKind : std::uint8_t {
    ThreadPool,  ///< in workers that stay warm
    ProcessPool, ///< in a fresh interpreter for each call
};

/// What jobs mean by the name of an executor.
struct ExecutorAlias
{
    int workers = 10; ///< [max_workers] how many of its runs go on at a time
    ExecutorKind kind = ExecutorKind::ThreadPool; ///< [type] threadpool, processpool

    bool operator==(const ExecutorAlias &) const = default;
};

/// The executors there are without any settings.
inline QHash<QString, ExecutorAlias> usualExecutors(int workers = 10)
{
    return {{QStringLiteral("default"), {workers}},
            {QStringLiteral("threadpool"), {workers}},
            {QStringLiteral("processpool"), {workers, ExecutorKind::ProcessPool}}};
}

} // namespace carillon
