// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandspec.h"

namespace carillon::ctl {

/// carillonctl(1) for `man`, in the language of the program.
QString manPage(const std::vector<CommandSpec> &commands, const QString &version);

} // namespace carillon::ctl
