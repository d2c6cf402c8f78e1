// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace carillon {

/// How late, in milliseconds, a bare loop over a heap and the system's own alarm notices that
/// `jobs` things are due every second, for so many seconds: nothing is done, nothing recorded. A
/// floor to measure against, which shares no code with the product. Empty where there is no such
/// alarm.
std::vector<double> latenessFloor(int jobs, int seconds);

} // namespace carillon
