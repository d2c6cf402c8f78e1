// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace carillon::ctl {

/// What a word stands for; shown in colour where there are colours.
enum class Tone : std::uint8_t { Plain, Strong, Dim, Good, Bad, Warning, Busy };

/// What answers are shown on.
struct Terminal
{
    bool isTerminal = false; ///< a person reads it: columns, local times, headings
    bool hasColours = false;
    int width = 80; ///< in columns

    /// Of stdout, and whether `--color` and the environment want colours there.
    static Terminal ofStdout(const QString &colourWish = QStringLiteral("auto"));

    /// The text in the tone's colour, if there are colours.
    QString toned(const QString &text, Tone tone) const;
};

/// In columns of a terminal: wide characters (CJK, full width, emoji) take two, combining ones
/// none.
int displayWidth(QStringView text);

/// As much of it as fits, the end replaced by an ellipsis.
QString elided(const QString &text, int width);

/// On one line, without control characters: names and texts may come from anywhere.
QString harmless(QString text);

/// With lines of at most `width` columns where blanks allow, each after the first begun by
/// `indent` blanks.
QString wrapped(const QString &text, int width, int indent = 0);

} // namespace carillon::ctl
