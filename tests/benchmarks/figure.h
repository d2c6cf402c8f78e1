// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace carillon {

/// Prints one figure as a line of JSON: name, value, unit, and of how many it was taken.
void printFigure(const QString &name, double value, const QString &unit, qint64 n);

/// Seconds since it was made.
class Stopwatch
{
public:
    double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

// The sub-benchmarks, by the name they have on the command line.
void benchTriggers();
void benchDispatch();
void benchHold();
void benchHttp();
void benchJobs();
void benchLateness();
void benchProcesses();
void benchPython();
void benchRetention();
void benchDesktop();

/// Only on demand: 100,000 calls for a profiler to count the instructions of.
void countDaily(bool inNewYork);

} // namespace carillon
