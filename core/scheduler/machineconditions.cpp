// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/machineconditions.h"

#include "core/util/logging.h"

#include <set>

namespace carillon {

namespace {

/// Says once that a condition is not known here, and takes it for fulfilled.
bool takenAsMet(const QString &condition)
{
    static std::set<QString> said; // of the engine thread, like everything that asks
    if (said.insert(condition).second)
        log::scheduler().warn("condition {}: this machine cannot tell; it counts as fulfilled",
                              condition);
    return true;
}

} // namespace

QString unmetCondition(const RunConditions &conditions, MachineConditions *machine)
{
    if (!machine)
        return {};
    const auto network = u"network"_qs;
    if (conditions.network) {
        const auto online = machine->isOnline();
        if (!(online ? *online : takenAsMet(network)))
            return network;
    }
    const auto mains = u"mains_power"_qs;
    if (conditions.mainsPower) {
        const auto plugged = machine->isOnMains();
        if (!(plugged ? *plugged : takenAsMet(mains)))
            return mains;
    }
    const auto idle = u"idle"_qs;
    if (conditions.idle) {
        const auto length = machine->idleFor();
        if (!(length ? *length >= *conditions.idle : takenAsMet(idle)))
            return idle;
    }
    return {};
}

} // namespace carillon
