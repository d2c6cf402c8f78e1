// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <optional>

namespace carillon {

/// For how long nobody has used the session, as desktops tell over D-Bus: KDE and its kin by
/// org.freedesktop.ScreenSaver, GNOME by its Mutter, else logind by the hint it was given.
///
/// Asks every few seconds, in a thread of its own, so that an answer is there when one is needed
/// and a desktop that hangs holds nobody up.
class LinuxIdle : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinuxIdle)

public:
    struct Options
    {
        std::chrono::milliseconds interval = std::chrono::seconds(5);
        std::chrono::milliseconds intervalInVain = std::chrono::minutes(1); ///< if nobody tells
        std::chrono::milliseconds answerLimit{500}; ///< how long one that is asked may take
        std::chrono::milliseconds goodFor = std::chrono::seconds(30);
    };

    LinuxIdle();
    explicit LinuxIdle(const Options &options);
    /// Waits for a question that is under way, a second or two at worst.
    ~LinuxIdle() override;

    /// Nothing if nobody here can tell. None while that is not known yet, and when an answer that
    /// should be there is late: then nobody knows that the machine is idle.
    std::optional<std::chrono::seconds> idleFor() const;

private:
    void ask();
    void take(std::optional<std::chrono::milliseconds> answer);

    const Options m_options;
    QTimer m_timer;
    QThreadPool m_asker;
    std::optional<std::chrono::milliseconds> m_told;
    std::optional<std::chrono::nanoseconds> m_askedAt; ///< since boot, also asleep
};

} // namespace carillon
