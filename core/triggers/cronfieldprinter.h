// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/crongrammar.h"
#include "core/triggers/cronmasks.h"

#include <vector>

namespace carillon {

/// Writes the numbers that one field accepts, as the users of its dialect would. Weekdays count
/// from Monday, whatever the dialect; no list is empty.
class CronFieldPrinter
{
public:
    CronFieldPrinter(CronDialect dialect, CronField field);

    const CronFieldGrammar &grammar() const { return m_grammar; }

    /// `*`, `*/5`, `9-17/2` or a list.
    QString values(const std::vector<int> &numbers, bool mayBeginWithStar = true) const;

    /// A list that begins with `*`, which Unix crontabs take for no restriction; nothing if the
    /// least number is not in it.
    std::optional<QString> starredList(const std::vector<int> &numbers) const;

    /// Users of Unix crontabs write numbers for weekdays, others names.
    QString value(int number) const;

private:
    QString list(std::vector<int> numbers) const;

    const CronFieldGrammar &m_grammar;
    bool m_upperCase;
};

} // namespace carillon
