// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/linuxconditions.h"

#include <QDir>
#include <QFile>

namespace carillon {

namespace {

/// The columns of a line, which spaces or tabs part.
QList<QByteArray> columnsOf(const QByteArray &line)
{
    return line.simplified().split(' ');
}

/// As /proc/net/route has it: interface, destination, gateway, flags, …, mask in column 7.
bool isDefaultRoute4(const QList<QByteArray> &columns)
{
    constexpr uint up = 1;
    constexpr uint reject = 0x200;
    if (columns.size() < 8 || columns[1] != "00000000" || columns[7] != "00000000")
        return false;
    const uint flags = columns[3].toUInt(nullptr, 16);
    return (flags & up) != 0 && (flags & reject) == 0 && columns[0] != "lo";
}

/// As /proc/net/ipv6_route has it: destination, its length, …, flags, interface.
bool isDefaultRoute6(const QList<QByteArray> &columns)
{
    constexpr uint up = 1;
    constexpr uint reject = 0x200;
    if (columns.size() < 10 || columns[1] != "00" || columns[0].count('0') != 32)
        return false;
    const uint flags = columns[8].toUInt(nullptr, 16);
    return (flags & up) != 0 && (flags & reject) == 0 && columns[9] != "lo";
}

} // namespace

void LinuxConditions::Answer::set(std::optional<bool> answer)
{
    value = answer;
    age.start();
}

LinuxConditions::LinuxConditions(QString root) : m_root(std::move(root)) {}

QByteArray LinuxConditions::contents(const QString &path) const
{
    QFile file(QDir(m_root).filePath(path));
    // Their sizes are 0: what is there is known by reading it.
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::optional<bool> LinuxConditions::isOnline()
{
    if (!m_online.isFresh())
        m_online.set(readRoutes());
    return m_online.value;
}

std::optional<bool> LinuxConditions::readRoutes() const
{
    const QByteArray routes4 = contents(u"proc/net/route"_qs);
    const QByteArray routes6 = contents(u"proc/net/ipv6_route"_qs);
    if (routes4.isEmpty() && routes6.isEmpty())
        return {};
    for (const QByteArray &line : routes4.split('\n')) {
        if (isDefaultRoute4(columnsOf(line)))
            return true;
    }
    for (const QByteArray &line : routes6.split('\n')) {
        if (isDefaultRoute6(columnsOf(line)))
            return true;
    }
    return false;
}

std::optional<bool> LinuxConditions::isOnMains()
{
    if (!m_onMains.isFresh())
        m_onMains.set(readSupplies());
    return m_onMains.value;
}

std::optional<bool> LinuxConditions::readSupplies() const
{
    const QDir supplies(QDir(m_root).filePath(u"sys/class/power_supply"_qs));
    if (!supplies.exists())
        return {};
    bool hasBattery = false;
    for (const QString &name : supplies.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = u"sys/class/power_supply/"_qs + name;
        const QByteArray type = contents(folder + u"/type"_qs).trimmed();
        if (type == "Battery")
            // The battery of a mouse or headset has the scope Device.
            hasBattery |= contents(folder + u"/scope"_qs).trimmed() != "Device";
        else if (contents(folder + u"/online"_qs).trimmed() == "1")
            return true; // Mains, or USB that charges
    }
    return !hasBattery;
}

std::unique_ptr<MachineConditions> machineConditions()
{
    return std::make_unique<LinuxConditions>();
}

} // namespace carillon
