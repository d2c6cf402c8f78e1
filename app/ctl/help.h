// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandspec.h"
#include "app/ctl/terminal.h"

namespace carillon::ctl {

/// The text of --help: of all commands, of those that begin with `words`, or of the one that is
/// called so.
QString helpText(const std::vector<CommandSpec> &commands, const QStringList &words,
                 const Terminal &terminal);

} // namespace carillon::ctl
