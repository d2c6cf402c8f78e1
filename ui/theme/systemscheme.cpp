// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/systemscheme.h"

#ifdef CARILLON_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif
#include <QGuiApplication>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace carillon::ui {

#ifdef CARILLON_DBUS

namespace {

const QString portalService = u"org.freedesktop.portalService.Desktop"_s;
const QString portalPath = u"/org/freedesktop/portalService/desktop"_s;
const QString settingsInterface = u"org.freedesktop.portalService.Settings"_s;
const QString appearanceSection = u"org.freedesktop.appearance"_s;
const QString schemeKey = u"color-scheme"_s;
constexpr int answerLimitMs = 500;

/// Portals wrap the number in a variant, some of them twice.
bool meansDark(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt() == 1;
}

} // namespace

SystemScheme::SystemScheme(QObject *parent) : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // No service name: the connection would be refused while the portalService is still starting.
    bus.connect({}, portalPath, settingsInterface, u"SettingChanged"_s, this,
                SLOT(readSetting(QString, QString, QDBusVariant)));
    QDBusMessage question =
        QDBusMessage::createMethodCall(portalService, portalPath, settingsInterface, u"Read"_s);
    question << appearanceSection << schemeKey;
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question, answerLimitMs), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this,
            [this](QDBusPendingCallWatcher *watcher) {
                const QDBusPendingReply<QDBusVariant> reply = *watcher;
                if (!reply.isError())
                    setDark(meansDark(QVariant::fromValue(reply.value())));
                watcher->deleteLater();
            });
}

void SystemScheme::readSetting(const QString &changedSection, const QString &changedKey,
                               const QDBusVariant &value)
{
    if (changedSection == appearanceSection && changedKey == schemeKey)
        setDark(meansDark(QVariant::fromValue(value)));
}

#else

SystemScheme::SystemScheme(QObject *parent) : QObject(parent)
{
    m_dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

#endif

void SystemScheme::setDark(bool dark)
{
    if (dark == m_dark)
        return;
    m_dark = dark;
    emit changed(dark);
}

} // namespace carillon::ui
