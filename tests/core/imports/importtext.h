// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imports/importplan.h"
#include "core/util/json.h"

namespace carillon {

/// How an entry is written in tables: its fit and its notes.
inline QString fitText(const ImportEntry &entry)
{
    const QString notes = entry.notes.join(u" | ");
    return notes.isEmpty() ? importFitWord(entry.fit())
                           : importFitWord(entry.fit()) + u": "_qs + notes;
}

/// One key of its job as JSON text.
inline QString jobValue(const ImportEntry &entry, const QString &key)
{
    return toJsonText(entry.job.value(key));
}

} // namespace carillon
