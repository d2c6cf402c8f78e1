// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QStringList>

namespace carillon {

/// The statements of an SQL resource such as `:/sql/runs.sql`, each by the name in the line
/// `-- name: insert_run` above it. Parameters have names: for each `?` QtSql would make one up at
/// every binding, which takes longer than the insert.
QMap<QString, QString> namedStatements(const QString &resource);

/// The single statements of a script, without comments: QtSql runs only one at a time. Semicolons
/// inside quotes do not separate.
QStringList splitStatements(const QString &script);

} // namespace carillon
