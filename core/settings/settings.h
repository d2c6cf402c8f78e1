// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/executoralias.h"
#include "core/jobs/rules.h"
#include "core/settings/apisettings.h"

#include <QMap>
#include <QString>

namespace carillon {

/// What people choose; each field with its default. Loaded and saved by settingsfile.h.
struct Settings
{
    enum class Theme { System, Light, Dark };

    // Desktop
    QString language = {}; ///< `en`, `zh_CN`; empty: the system's
    Theme theme = Theme::System;
    bool closeKeepsRunning = true; ///< closing the window leaves Carillon in the tray
    bool closeExplained = false;   ///< the first close has said so

    // Jobs
    /// [SCHEDULER_JOBS, or JOBS] added at each start: a jobs file, its path beginning at the
    /// profile, or what would stand in one.
    QString jobs = {};
    bool keepFinished = true; ///< jobs stay when their schedule has no further time

    // Engine
    QString pythonInterpreter = QStringLiteral("python3");
    int maxWorkers = 10; ///< [executors.default.max_workers]
    /// Further executors, or other values for `threadpool` and `processpool`, by alias.
    QMap<QString, ExecutorAlias> executors = {};
    QMap<QString, int> queues = {};        ///< how many runs of a queue go on at a time; else one
    qint64 outputBound = 10 * 1024 * 1024; ///< bytes kept of a run's output
    /// Where else jobs are kept, by alias: `memory`, or `sqlite:<file>` with a path that starts at
    /// the profile. [jobstores/<alias>]
    QMap<QString, QString> jobStores = {};

    ApiSettings api = {};

    // Messages from a Redis server
    enum class RedisMode { Channel, List };
    QString redisUrl = {};                             ///< [redis/url] empty: none
    QString redisName = QStringLiteral("kinit_queue"); ///< [redis/name] of the channel or list
    RedisMode redisMode = RedisMode::Channel;          ///< [redis/mode]
    QString redisPasswordFile = {}; ///< [redis/password_file] instead of a password in the URL

    // What is kept of the past; 0: without limit.
    int runsPerJob = 1000;
    int retentionDays = 90;
    qint64 retainedOutput = 500'000'000; ///< bytes of all logs together

    bool operator==(const Settings &) const = default;
};

/// All executors there are.
inline QHash<QString, ExecutorAlias> allExecutors(const Settings &settings)
{
    auto all = usualExecutors(settings.maxWorkers);
    for (auto it = settings.executors.begin(); it != settings.executors.end(); ++it)
        all.insert(it.key(), *it);
    return all;
}

/// The rules a job made in the window starts with: run once if at most one hour late.
inline Rules windowJobDefaults()
{
    Rules rules;
    rules.grace = std::chrono::hours(1);
    return rules;
}

} // namespace carillon
