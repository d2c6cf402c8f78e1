// SPDX-License-Identifier: GPL-3.0-or-later
// Machines other than Linux; linuxconditions.cpp has those.
#include "core/scheduler/machineconditions.h"

#include <QNetworkInterface>

#if defined(Q_OS_WIN)
#include <qt_windows.h>
#elif defined(Q_OS_MACOS)
#include <ApplicationServices/ApplicationServices.h>
#include <IOKit/ps/IOPowerSources.h>
#endif

namespace carillon {

namespace {

class PortableConditions final : public MachineConditions
{
public:
    std::optional<bool> isOnline() override;
    std::optional<bool> isOnMains() override;
    std::optional<std::chrono::seconds> idleFor() override;
};

/// An interface is up that has an address others could answer to.
std::optional<bool> PortableConditions::isOnline()
{
    const auto interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &each : interfaces) {
        const auto flags = each.flags();
        if (!flags.testFlag(QNetworkInterface::IsRunning) ||
            flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        const auto entries = each.addressEntries();
        for (const QNetworkAddressEntry &entry : entries) {
            if (!entry.ip().isLinkLocal())
                return true;
        }
    }
    return false;
}

#if defined(Q_OS_WIN)

std::optional<bool> PortableConditions::isOnMains()
{
    SYSTEM_POWER_STATUS status;
    if (!GetSystemPowerStatus(&status) || status.ACLineStatus > 1)
        return {};
    return status.ACLineStatus == 1;
}

std::optional<std::chrono::seconds> PortableConditions::idleFor()
{
    LASTINPUTINFO last{sizeof(LASTINPUTINFO), 0};
    if (!GetLastInputInfo(&last))
        return {};
    // Both count milliseconds in 32 bits, which come around: so does their difference.
    const DWORD idle = GetTickCount() - last.dwTime;
    return std::chrono::floor<std::chrono::seconds>(std::chrono::milliseconds(idle));
}

#elif defined(Q_OS_MACOS)

std::optional<bool> PortableConditions::isOnMains()
{
    const CFTypeRef info = IOPSCopyPowerSourcesInfo();
    if (!info)
        return {};
    const CFStringRef source = IOPSGetProvidingPowerSourceType(info);
    const bool onMains = CFStringCompare(source, CFSTR(kIOPMACPowerKey), 0) == kCFCompareEqualTo;
    CFRelease(info);
    return onMains;
}

std::optional<std::chrono::seconds> PortableConditions::idleFor()
{
    const double idle = CGEventSourceSecondsSinceLastEventType(
        kCGEventSourceStateCombinedSessionState, kCGAnyInputEventType);
    return std::chrono::seconds(std::chrono::seconds::rep(idle));
}

#else

std::optional<bool> PortableConditions::isOnMains()
{
    return {};
}

std::optional<std::chrono::seconds> PortableConditions::idleFor()
{
    return {};
}

#endif

} // namespace

std::unique_ptr<MachineConditions> machineConditions()
{
    return std::make_unique<PortableConditions>();
}

} // namespace carillon
