// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/apisettings.h"
#include "core/util/result.h"

#include <QCommandLineOption>
#include <QMap>

namespace carillon {

/// What the command line says about the HTTP API; empty where it says nothing.
struct ApiArguments
{
    QString listen = {};          ///< --api
    QString prefix = {};          ///< --api-prefix
    QString user = {};            ///< --api-user
    QString passwordFile = {};    ///< --api-password-file
    QString auth = {};            ///< --api-auth: on, off
    bool allowsPlainHttp = false; ///< --allow-plain-http
};

QList<QCommandLineOption> apiOptions();
/// Values of apiOptions() by their names; others are passed over.
Result<ApiArguments> readApiArguments(const QMap<QString, QString> &options);

/// The settings with what the command line says instead. A password is read from its file.
Result<> applyApiArguments(const ApiArguments &arguments, ApiSettings &settings);

} // namespace carillon
