// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/logchunk.h"

#include <QString>

#include <vector>

namespace carillon::ui {

struct LogLine
{
    QString text;
    OutputChannel channel = OutputChannel::Out;

    bool operator==(const LogLine &) const = default;
};

/// Turns the bytes of a log into lines fit for painting: decoded as the log says, escape sequences
/// and control characters removed, progress bars reduced to their last state, tabs expanded, lines
/// of more than 20,000 characters cut. Grows at both ends.
class LogText
{
public:
    const std::vector<LogLine> &lines() const { return m_lines; }
    /// Where the text begins and ends in the log, in bytes.
    qint64 begin() const { return m_begin; }
    qint64 end() const { return m_end; }

    void clear();
    /// The bytes that follow end(), or the first ones; others are ignored. Returns how many lines
    /// were there before and are unchanged.
    size_t append(const LogChunk &chunk);
    /// The bytes that precede begin(). Returns how many lines were added on top.
    size_t prepend(const LogChunk &chunk);
    /// Forgets lines at the top until at most `most` bytes are left; returns how many lines went.
    size_t shrink(qint64 most);

private:
    struct Piece ///< a line as it came, with where it came from
    {
        QByteArray bytes;
        OutputChannel channel = OutputChannel::Out;
        bool ended = false;
    };
    static std::vector<Piece> split(const LogChunk &chunk, qsizetype start);
    LogLine lineOf(const Piece &piece) const;
    void push(Piece piece);

    std::vector<LogLine> m_lines;
    std::vector<qint64> m_lengths; ///< of each line in the log, in bytes
    Piece m_open;                  ///< the last line, as long as it may still grow
    TextEncoding m_encoding = TextEncoding::Auto;
    qint64 m_begin = 0;
    qint64 m_end = 0;
};

/// One line as it is shown; exposed for tests.
QString shownText(const QByteArray &line, TextEncoding encoding = TextEncoding::Auto);

} // namespace carillon::ui
