// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/action.h"
#include "core/util/json.h"

namespace carillon {

/// What the output of an action is encoded in; Auto where its job does not say.
TextEncoding outputEncoding(const Action &action);

/// The keyword `encoding` of an action that has one: an unknown name is refused, with all that are
/// accepted.
TextEncoding readEncoding(JsonFields &fields);
void writeEncoding(QJsonObject &kwargs, TextEncoding encoding);

} // namespace carillon
