// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace carillon::ctl {

const std::vector<CommandSpec> &allCommands()
{
    static const std::vector<CommandSpec> commands{
        serveCommand(),       jobsListCommand(),   runsListCommand(),  logsCommand(),
        nextCommand(),        importCommand(),     exportCommand(),    backupCommand(),
        restoreCommand(),     checkCommand(),      configGetCommand(), configSetCommand(),
        configResetCommand(), completionCommand(), completeCommand(),  manPageCommand(),
    };
    return commands;
}

} // namespace carillon::ctl
