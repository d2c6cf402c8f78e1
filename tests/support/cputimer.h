// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <ctime>

namespace carillon {

/// The processor time this program has taken since: what others do on a busy machine does not
/// lengthen it.
class CpuTimer
{
public:
    /// In milliseconds.
    qint64 elapsed() const { return qint64(std::clock() - m_start) * 1000 / CLOCKS_PER_SEC; }

private:
    std::clock_t m_start = std::clock();
};

} // namespace carillon
