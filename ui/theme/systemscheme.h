// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#ifdef CARILLON_DBUS
#include <QDBusVariant>
#endif

namespace carillon::ui {

/// Whether the desktop asks for dark windows, and when that changes.
///
/// Qt 6.4 has no such question; on Linux the desktop portal answers it over D-Bus. The answer
/// arrives later, by signal: nothing here blocks. Without a portal the desktop counts as light.
class SystemScheme : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SystemScheme)

public:
    explicit SystemScheme(QObject *parent = nullptr);

    bool isDark() const { return m_dark; }

signals:
    void changed(bool dark);

private:
    void setDark(bool dark);

    bool m_dark = false;

#ifdef CARILLON_DBUS
private slots:
    void readSetting(const QString &section, const QString &key, const QDBusVariant &value);
#endif
};

} // namespace carillon::ui
