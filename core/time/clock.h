// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/instant.h"

namespace carillon {

/// Where the time comes from. Nothing else in the program asks the operating system for it.
class Clock
{
public:
    virtual ~Clock() = default;

    /// The wall clock; may be set forward and back.
    virtual Instant now() const = 0;

    /// Time since an arbitrary start; never set, does not count while the machine sleeps.
    virtual Duration elapsed() const = 0;

    /// How long the machine has slept since an arbitrary start; stays 0 where that is not told.
    virtual Duration slept() const = 0;
};

/// The machine's own clock. Usable from any thread.
class SystemClock final : public Clock
{
public:
    Instant now() const override;
    Duration elapsed() const override;
    Duration slept() const override;
};

} // namespace carillon
