// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/rules.h"

#include <QString>

#include <memory>

namespace carillon {

/// What a job's conditions ask of the machine. Answers come at once; nothing means that this
/// machine cannot tell. Lives in the engine thread.
class MachineConditions
{
public:
    virtual ~MachineConditions() = default;

    /// Whether there is a way out of this machine; not whether anybody answers at its end.
    virtual std::optional<bool> isOnline() = 0;
    /// False while it draws on its battery.
    virtual std::optional<bool> isOnMains() = 0;
    /// For how long nobody has used keyboard or mouse.
    virtual std::optional<std::chrono::seconds> idleFor() = 0;
};

/// The first condition that does not hold, by its wire name: network, mains_power or idle; empty
/// if all hold. What the machine cannot tell counts as holding, which is logged once; so does
/// everything if `machine` is null.
QString unmetCondition(const RunConditions &conditions, MachineConditions *machine);

/// Those of the machine the program runs on. Begins to watch whether somebody uses it.
std::unique_ptr<MachineConditions> machineConditions();

} // namespace carillon
