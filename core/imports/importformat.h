// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace carillon {

/// Where jobs may come from.
enum class ImportFormat : std::uint8_t { Jobs, Crontab, Kinit, Apscheduler };

/// `jobs`, `crontab`, `kinit`, `apscheduler`, in the order of ImportFormat.
const QStringList &importFormatNames();

/// What the content looks like: a crontab, unless it is JSON.
ImportFormat guessImportFormat(const QByteArray &content);

} // namespace carillon
