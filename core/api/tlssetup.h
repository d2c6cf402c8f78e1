// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/httpendpoint.h"

#include <QSslConfiguration>

namespace carillon {

/// The certificate and its key, ready for a server that speaks TLS 1.2 or newer. NotAllowed, naming
/// the file and what is wrong with it, if either cannot be read or they do not belong together.
Result<QSslConfiguration> loadTls(const TlsFiles &files);

} // namespace carillon
