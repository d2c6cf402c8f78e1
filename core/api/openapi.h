// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace carillon {

/// The description of the API in the OpenAPI format, for a server at that prefix.
QByteArray openApiText(const QString &prefix);

} // namespace carillon
