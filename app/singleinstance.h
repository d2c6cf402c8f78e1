// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile.h"

#include <QLocalServer>
#include <QObject>

#include <memory>

namespace carillon {

/// Holds a profile: one engine at a time, ever. The lock is the operating system's (flock,
/// LockFileEx) and goes with the process, so that no stale file can block a start.
class ProfileLock
{
    Q_DISABLE_COPY_MOVE(ProfileLock)

public:
    /// AlreadyRunning naming the holder, or NotAllowed if no lock can be had there.
    static Result<std::unique_ptr<ProfileLock>> acquire(const Profile &profile);
    ~ProfileLock();

private:
    explicit ProfileLock(qintptr handle) : m_handle(handle) {}

    qintptr m_handle;
};

/// Listens for a second start with the same profile, which asks the first to show its window.
class RaiseServer : public QObject
{
    Q_OBJECT

public:
    /// Call only while holding the profile's lock: takes the place of a dead predecessor.
    explicit RaiseServer(const Profile &profile, QObject *parent = nullptr);

    /// Asks the program that holds the profile to show itself; false if it has no window to show.
    static bool raiseOther(const Profile &profile);

signals:
    void raiseRequested();

private:
    QLocalServer m_server;
};

} // namespace carillon
