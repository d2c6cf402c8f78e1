// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace carillon {

/// Has the processor fetch an object that will be read soon; does nothing where the compiler has
/// no word for it. Any address will do.
inline void prefetch(const void *object, std::size_t size = 1)
{
#if defined(__GNUC__)
    constexpr std::size_t line = 64;
    for (std::size_t at = 0; at < size; at += line)
        __builtin_prefetch(static_cast<const char *>(object) + at);
#else
    (void)object;
    (void)size;
#endif
}

} // namespace carillon
