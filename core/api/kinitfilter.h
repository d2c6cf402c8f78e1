// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QRegularExpression>

namespace carillon {

/// What a page of kinit's lists asks for: texts that a regular expression finds something in, and
/// pages counted from 1.
struct KinitFilter
{
    QRegularExpression name = {}; ///< empty: any
    QRegularExpression job = {};  ///< of records: `job_id`
    QString id = {};              ///< of tasks: `_id`, exactly; empty: any
    QString group = {};           ///< exactly; empty: any
    QString orderField = {};      ///< empty: newest first
    bool isDescending = false;
    int page = 1;
    int limit = 10;

    /// Reads `name`, `job_id`, `_id`, `group`, `v_order_field`, `v_order`, `page`, `limit`.
    static Result<KinitFilter> read(const QByteArray &query);

    /// A search that takes too long has found nothing.
    static bool fits(const QRegularExpression &pattern, const QString &text);

    qsizetype begin() const { return qsizetype(page - 1) * limit; }
    qsizetype end() const { return begin() + limit; }
};

} // namespace carillon
