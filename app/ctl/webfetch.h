// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QUrl>

namespace carillon::ctl {

/// What is at the address; user and password in it become a login. Waits up to half a minute, for
/// at most 64 MiB. Certificates are verified; redirects are not followed, because the login would
/// travel with them.
Result<QByteArray> fetchFromWeb(const QUrl &address);

} // namespace carillon::ctl
