// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace carillon::ctl {

const std::vector<CommandSpec> &allCommands()
{
    static const std::vector<CommandSpec> commands{
        serveCommand(),      statusCommand(),      jobsListCommand(),   jobsShowCommand(),
        jobsAddCommand(),    jobsEditCommand(),    jobsRemoveCommand(), jobsPauseCommand(),
        jobsResumeCommand(), jobsRunCommand(),     jobsStopCommand(),   jobsDuplicateCommand(),
        runsListCommand(),   runsShowCommand(),    runsStopCommand(),   logsCommand(),
        explainCommand(),    nextCommand(),        importCommand(),     exportCommand(),
        backupCommand(),     restoreCommand(),     checkCommand(),      configGetCommand(),
        configSetCommand(),  configResetCommand(), tokenCommand(),      completionCommand(),
        completeCommand(),   manPageCommand(),
    };
    return commands;
}

} // namespace carillon::ctl
