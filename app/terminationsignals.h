// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace carillon {

/// Calls `handler` in the event loop of QCoreApplication for each TERM and INT, instead of letting
/// them end the process; HUP and PIPE are ignored. Call once, after the application object exists.
void onTerminationSignal(std::function<void()> handler);

} // namespace carillon
