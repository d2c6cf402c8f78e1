// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

namespace carillon {

/// One directory that holds everything of one Carillon: settings, database, logs, workspace.
class Profile
{
public:
    /// `folder` is made absolute; empty means the user's own profile.
    explicit Profile(const QString &folder = {});

    /// `carillon` in the place where the platform keeps the data of programs.
    static QString defaultFolder();

    /// Creates what is missing, for the owner only. NotAllowed, naming the folder and the cause, if
    /// it cannot be written.
    Result<> prepare() const;

    QString folder() const { return m_folder; }
    QString settingsFile() const { return file(u"carillon.ini"); }
    QString database() const { return file(u"carillon.db"); }
    QString lockFile() const { return file(u"lock"); }
    QString socket() const { return file(u"socket"); }
    QString logFolder() const { return file(u"logs"); }
    QString logFile() const { return file(u"logs/carillon.log"); }
    QString tokenFile() const { return file(u"api-token"); }
    /// Carries the API for this user.
    QString apiSocket() const { return file(u"api-socket"); }
    QString workspace() const { return file(u"workspace"); }

private:
    QString file(QStringView name) const;

    QString m_folder;
};

} // namespace carillon
