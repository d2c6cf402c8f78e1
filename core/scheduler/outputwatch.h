// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/logchunk.h"
#include "core/jobs/rules.h"

#include <QByteArray>

#include <vector>

namespace carillon {

/// Finds a text in bytes that come piece by piece, however they are cut, in constant memory.
class TextFinder
{
public:
    /// `text` must not be empty; it is looked for as UTF-8.
    explicit TextFinder(const QString &text);

    void feed(const QByteArray &bytes);
    bool hasFound() const { return m_matched == std::size_t(m_text.size()); }

private:
    QByteArray m_text;
    std::vector<std::size_t> m_fallback; ///< the longest border of each of its beginnings
    std::size_t m_matched = 0;           ///< how much of it the last bytes are
};

/// What a job's success rule asks of the output of one run. Each of the two channels is searched
/// by itself, since how they mix is chance; a text found in either counts.
class OutputWatch
{
public:
    explicit OutputWatch(const SuccessRule &rule);

    /// Whether the rule asks for anything.
    static bool isNeeded(const SuccessRule &rule);

    void feed(OutputChannel channel, const QByteArray &bytes);
    /// Why a run with this output has failed, as one sentence; empty if it has not.
    QString failure() const;

private:
    struct Search
    {
        QString text;
        std::vector<TextFinder> finders; ///< one per channel; none if nothing is asked for

        explicit Search(const QString &text);
        bool hasFound() const;
    };

    Search m_contains;
    Search m_lacks;
};

} // namespace carillon
