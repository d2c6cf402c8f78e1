// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace carillon {

/// Lets TERM and INT end the event loop of QCoreApplication instead of the process, so that the
/// engine is torn down in order; HUP is ignored. Call once, after the application object exists.
void quitOnTerminationSignals();

} // namespace carillon
