// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/desktopidle.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QFileInfo>

#include <ctime>

namespace carillon {

namespace {

using namespace std::chrono_literals;
using Length = std::optional<std::chrono::milliseconds>;

/// A connection of our own: the shared one of Qt never comes back once its bus has gone.
class Bus
{
    Q_DISABLE_COPY_MOVE(Bus)

public:
    explicit Bus(QDBusConnection::BusType type)
        : m_name(type == QDBusConnection::SessionBus ? u"carillon-session"_qs
                                                     : u"carillon-system"_qs),
          m_connection(QDBusConnection::connectToBus(type, m_name))
    {
    }
    ~Bus() { QDBusConnection::disconnectFromBus(m_name); }

    /// The first value of the answer; nothing if there is none in time.
    QVariant ask(const QString &service, const QString &path, const QString &interface,
                 const QString &method, const QVariantList &arguments,
                 std::chrono::milliseconds limit) const
    {
        auto call = QDBusMessage::createMethodCall(service, path, interface, method);
        call.setAutoStartService(false);
        call.setArguments(arguments);
        const QDBusMessage answer = m_connection.call(call, QDBus::Block, int(limit.count()));
        return answer.type() == QDBusMessage::ReplyMessage ? answer.arguments().value(0)
                                                           : QVariant();
    }

private:
    const QString m_name;
    const QDBusConnection m_connection;
};

/// Where there is none, connecting would start one.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_qs);
}

bool hasSystemBus()
{
    return qEnvironmentVariableIsSet("DBUS_SYSTEM_BUS_ADDRESS") ||
           QFileInfo::exists(u"/run/dbus/system_bus_socket"_qs);
}

/// The interface does not say so, but those who have the method answer in milliseconds.
Length askScreenSaver(const Bus &bus, std::chrono::milliseconds limit)
{
    const QVariant answer =
        bus.ask(u"org.freedesktop.ScreenSaver"_qs, u"/org/freedesktop/ScreenSaver"_qs,
                u"org.freedesktop.ScreenSaver"_qs, u"GetSessionIdleTime"_qs, {}, limit);
    return answer.isValid() ? Length(answer.toULongLong()) : Length();
}

Length askMutter(const Bus &bus, std::chrono::milliseconds limit)
{
    const QVariant answer =
        bus.ask(u"org.gnome.Mutter.IdleMonitor"_qs, u"/org/gnome/Mutter/IdleMonitor/Core"_qs,
                u"org.gnome.Mutter.IdleMonitor"_qs, u"GetIdletime"_qs, {}, limit);
    return answer.isValid() ? Length(answer.toULongLong()) : Length();
}

/// In use unless somebody has told logind otherwise, and then since a moment of the monotonic
/// clock.
Length askLogind(const Bus &bus, std::chrono::milliseconds limit)
{
    const auto property = [&](const QString &name) {
        const QVariant answer =
            bus.ask(u"org.freedesktop.login1"_qs, u"/org/freedesktop/login1/session/auto"_qs,
                    u"org.freedesktop.DBus.Properties"_qs, u"Get"_qs,
                    {u"org.freedesktop.login1.Session"_qs, name}, limit);
        return answer.value<QDBusVariant>().variant();
    };
    const QVariant isIdle = property(u"IdleHint"_qs);
    if (!isIdle.isValid())
        return {};
    if (!isIdle.toBool())
        return 0ms;
    const QVariant since = property(u"IdleSinceHintMonotonic"_qs);
    if (!since.isValid())
        return {};
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    const auto now = std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    const std::chrono::microseconds began(since.toULongLong());
    return std::max<std::chrono::milliseconds>(
        std::chrono::floor<std::chrono::milliseconds>(now - began), 0ms);
}

} // namespace

std::optional<std::chrono::milliseconds> desktopIdle(std::chrono::milliseconds limit)
{
    if (hasSessionBus()) {
        const Bus session(QDBusConnection::SessionBus);
        if (const Length length = askScreenSaver(session, limit))
            return length;
        if (const Length length = askMutter(session, limit))
            return length;
    }
    if (!hasSystemBus())
        return {};
    const Bus system(QDBusConnection::SystemBus);
    return askLogind(system, limit);
}

} // namespace carillon
