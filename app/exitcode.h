// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

namespace carillon {

/// What the programs return to the shell.
enum class ExitCode {
    Ended = 0,
    Failed = 1,
    AlreadyRunning = 2,
    DatabaseRefused = 3,
    Locked = 4,
    NoAccess = 5,
    NoSpace = 6,
    PortTaken = 7,
    UnsafeSettings = 8,
    Usage = 64,
};

inline ExitCode exitCodeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::AlreadyRunning: return ExitCode::AlreadyRunning;
    case ErrorCode::StoreRefused: return ExitCode::DatabaseRefused;
    case ErrorCode::StoreBusy: return ExitCode::Locked;
    case ErrorCode::NotAllowed: return ExitCode::NoAccess;
    case ErrorCode::StoreFull: return ExitCode::NoSpace;
    case ErrorCode::PortTaken: return ExitCode::PortTaken;
    case ErrorCode::UnsafeSettings: return ExitCode::UnsafeSettings;
    case ErrorCode::InvalidInput:
    case ErrorCode::NotFound:
    case ErrorCode::Conflict:
    case ErrorCode::Internal: break;
    }
    return ExitCode::Failed;
}

} // namespace carillon
