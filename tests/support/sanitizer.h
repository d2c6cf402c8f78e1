// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace carillon {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
/// A sanitizer keeps what was freed, so that our memory says nothing about leaks.
constexpr bool keepsFreedMemory = true;
#else
constexpr bool keepsFreedMemory = false;
#endif

} // namespace carillon
