// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stores/changes.h"

namespace carillon {

/// Friday, 20 November 2026, 09:41 in Shanghai.
extern const Instant sampleNow;

/// The job that has been running for a while, and the one whose log is worth a look.
extern const JobId sampleRunningJob;
extern const JobId sampleFailedJob;

/// A household of jobs with a past, in English or Chinese.
Changes sampleProfile(bool chinese);

} // namespace carillon
