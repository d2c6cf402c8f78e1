// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandspec.h"

namespace carillon::ctl {

/// All commands, in the order of the help. Made when first asked for: with the language set.
const std::vector<CommandSpec> &allCommands();

// One function per command, each in its own file.
CommandSpec serveCommand();
CommandSpec statusCommand();
CommandSpec jobsListCommand();
CommandSpec jobsShowCommand();
CommandSpec jobsAddCommand();
CommandSpec jobsEditCommand();
CommandSpec jobsRemoveCommand();
CommandSpec jobsPauseCommand();
CommandSpec jobsResumeCommand();
CommandSpec jobsRunCommand();
CommandSpec jobsStopCommand();
CommandSpec jobsDuplicateCommand();
CommandSpec runsListCommand();
CommandSpec runsShowCommand();
CommandSpec runsStopCommand();
CommandSpec logsCommand();
CommandSpec explainCommand();
CommandSpec nextCommand();
CommandSpec importCommand();
CommandSpec exportCommand();
CommandSpec backupCommand();
CommandSpec restoreCommand();
CommandSpec checkCommand();
CommandSpec configGetCommand();
CommandSpec configSetCommand();
CommandSpec configResetCommand();
CommandSpec tokenCommand();
CommandSpec completionCommand();
CommandSpec completeCommand(); ///< `__complete`, which the scripts of the shells call
CommandSpec manPageCommand();  ///< `__manpage`, which the build calls

} // namespace carillon::ctl
