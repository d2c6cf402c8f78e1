// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QByteArray>

namespace carillon {

/// The token of the API in that file, made when it is not there yet: 256 random bits, readable by
/// its owner alone, on the disk before this returns. Fails if it cannot be read or holds too little
/// for a secret; it is never replaced then.
Result<QByteArray> apiToken(const QString &file);

} // namespace carillon
