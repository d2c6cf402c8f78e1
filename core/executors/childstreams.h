// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/descriptor.h"

#include <QByteArray>

namespace carillon {

/// For what a child writes.
struct OutputPipe
{
    Descriptor ours; ///< read without blocking
    Descriptor theirs;
};

// Closed if the system refuses, which errno explains.

/// Our end can be written to as well, so that the pipe never counts as closed: that the child
/// closes its output, as it does when it ends, is not worth waking up for.
OutputPipe openOutputPipe();

/// A file in memory rather than a pipe: nobody has to feed it, and nobody has to read it.
Descriptor inputWith(const QByteArray &bytes);

} // namespace carillon
