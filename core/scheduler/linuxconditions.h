// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduler/linuxidle.h"
#include "core/scheduler/machineconditions.h"

#include <QElapsedTimer>

namespace carillon {

/// Reads what the kernel of Linux tells in /proc and /sys, and what desktops tell over D-Bus.
class LinuxConditions final : public MachineConditions
{
public:
    /// `root` is where proc and sys are found.
    explicit LinuxConditions(QString root = QStringLiteral("/"));

    /// A default route over IPv4 or IPv6 leads through an interface other than the loopback.
    std::optional<bool> isOnline() override;
    /// A supply of the mains is connected, or there is no battery of the machine itself.
    std::optional<bool> isOnMains() override;
    std::optional<std::chrono::seconds> idleFor() override { return m_idle.idleFor(); }

private:
    /// An answer that stays good for a second.
    struct Answer
    {
        QElapsedTimer age = {};
        std::optional<bool> value = {};

        bool isFresh() const { return age.isValid() && !age.hasExpired(1000); }
        void set(std::optional<bool> answer);
    };

    std::optional<bool> readRoutes() const;
    std::optional<bool> readSupplies() const;
    QByteArray contents(const QString &path) const;

    QString m_root;
    Answer m_online;
    Answer m_onMains;
    LinuxIdle m_idle;
};

} // namespace carillon
