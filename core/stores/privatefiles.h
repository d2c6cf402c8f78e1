// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

/// Files and folders that only their owner may read, and writing them so that they stay.
namespace carillon {

/// Creates an empty file, whatever the umask; fails if there is one already.
Result<> createPrivateFile(const QString &file);

/// Creates what is missing of `folder`; false if the operating system refuses.
bool createPrivateFolder(const QString &folder);

/// Makes what was written to a file survive a power cut; false if the disk refuses.
bool syncFile(const QString &file);

/// Makes a rename or removal inside the folder survive a power cut.
void syncFolder(const QString &folder);

/// Renames in one step, also over a file that is there; syncs the folder.
Result<> replaceFile(const QString &from, const QString &to);

} // namespace carillon
