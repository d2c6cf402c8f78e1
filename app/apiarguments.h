// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/apisettings.h"
#include "core/util/result.h"

class QCommandLineParser;

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

void describeApiArguments(QCommandLineParser &parser);
Result<ApiArguments> readApiArguments(const QCommandLineParser &parser);

/// The settings with what the command line says instead. A password is read from its file.
Result<> applyApiArguments(const ApiArguments &arguments, ApiSettings &settings);

} // namespace carillon
