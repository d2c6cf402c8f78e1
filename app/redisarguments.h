// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "core/util/result.h"

#include <QCommandLineOption>
#include <QMap>

namespace carillon {

/// What the command line says about messages from a Redis server; empty where it says nothing.
struct RedisArguments
{
    QString url = {};          ///< --redis
    QString name = {};         ///< --redis-name
    QString mode = {};         ///< --redis-mode: channel, list
    QString passwordFile = {}; ///< --redis-password-file
};

QList<QCommandLineOption> redisOptions();
/// Values of redisOptions() by their names; others are passed over. A password is refused: other
/// users of the machine can read the command line.
Result<RedisArguments> readRedisArguments(const QMap<QString, QString> &options);

/// The settings with what the command line says instead.
void applyRedisArguments(const RedisArguments &arguments, Settings &settings);

} // namespace carillon
