// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imports/importformat.h"
#include "core/imports/importplan.h"

namespace carillon::ctl {

struct Invocation;

/// What is to be imported, and what becomes of it. Nothing is changed anywhere.
struct ImportSource
{
    ImportFormat format = ImportFormat::Jobs;
    ImportPlan plan;
};

/// From the file, the standard input (`-`) or the address that the first argument names.
Result<ImportSource> readImportSource(const Invocation &invocation, const JobContext &context);

} // namespace carillon::ctl
