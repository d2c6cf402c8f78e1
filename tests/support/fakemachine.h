// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduler/machineconditions.h"

#include <QMetaType>

namespace carillon {

/// A machine that says what a test wants.
class FakeMachine final : public MachineConditions
{
public:
    std::optional<bool> isOnline() override { return online; }
    std::optional<bool> isOnMains() override { return onMains; }
    std::optional<std::chrono::seconds> idleFor() override { return idle; }

    std::optional<bool> online = true;
    std::optional<bool> onMains = true;
    std::optional<std::chrono::seconds> idle = {};
};

} // namespace carillon

Q_DECLARE_METATYPE(carillon::FakeMachine)
