// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>

namespace carillon {

/// What executors need to know of the profile and its settings.
struct ExecutorOptions
{
    QString workspace; ///< absolute; default folder of processes
    QString pythonInterpreter = QStringLiteral("python3");
    int maxWorkers = 10;                 ///< Python workers and pool threads
    std::chrono::seconds checkLimit{10}; ///< for trying whether a Python call can be made
};

} // namespace carillon
