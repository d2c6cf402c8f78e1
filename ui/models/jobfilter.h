// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/joboverview.h"

#include <QStringList>

#include <array>

namespace carillon::ui {

/// What the sidebar offers to narrow the jobs down to.
enum class JobSelection : std::uint8_t { All, Running, Failed, Missed, Paused, NeverRan };

inline constexpr std::array jobSelections{JobSelection::All,    JobSelection::Running,
                                          JobSelection::Failed, JobSelection::Missed,
                                          JobSelection::Paused, JobSelection::NeverRan};

/// How many jobs each selection holds, by its number.
using JobCounts = std::array<int, jobSelections.size()>;

/// `Failed` is a job whose last run failed or timed out, or which needs fixing.
bool belongs(const JobOverview &overview, JobSelection selection);

/// What people can find a job by, folded so that case and accents do not matter.
QString searchText(const Job &job);

/// The words of a filter box, folded in the same way. All must occur, in any order.
QStringList searchWords(const QString &typed);

} // namespace carillon::ui
