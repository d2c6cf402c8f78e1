// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <compare>

namespace carillon {

/// Names a job: any text of 1 to 191 characters without control characters. Never a file name.
struct JobId
{
    QString text;

    bool operator==(const JobId &) const = default;
    auto operator<=>(const JobId &other) const { return text.compare(other.text) <=> 0; }
};

/// Names a run; unique in a profile, growing in the order in which runs were decided.
struct RunId
{
    qint64 number = 0;

    auto operator<=>(const RunId &) const = default;
};

inline size_t qHash(const JobId &id, size_t seed = 0) noexcept
{
    return ::qHash(id.text, seed);
}
inline size_t qHash(RunId id, size_t seed = 0) noexcept
{
    return ::qHash(id.number, seed);
}

} // namespace carillon

Q_DECLARE_METATYPE(carillon::JobId)
Q_DECLARE_METATYPE(carillon::RunId)
