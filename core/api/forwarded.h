// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apirequest.h"

#include <QStringList>

namespace carillon {

/// The address of the client: that of the peer, unless it is one of `proxies`. Then it is the last
/// one in `X-Forwarded-For` that is no proxy of ours; what a client may have written in front of it
/// does not count, nor does a header that holds anything but addresses.
QString clientAddress(const ApiRequest &request, const QStringList &proxies);

} // namespace carillon
