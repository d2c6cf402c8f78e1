// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <vector>

namespace carillon {

/// A piece of what people write for a time: a run of digits, a run of letters, or one other
/// character.
struct TimeToken
{
    enum class Kind { Number, Word, Sign };
    Kind kind = Kind::Sign;
    QStringView text;
    bool followsBlank = false;

    bool is(char16_t sign) const { return kind == Kind::Sign && text.front() == QChar(sign); }
    bool isNumber() const { return kind == Kind::Number; }
    bool isWord() const { return kind == Kind::Word; }
    /// Of digits; if they are many, a number that is too great for anything.
    int value() const { return text.size() > 8 ? 999'999'999 : text.toInt(); }

    // Of a word, in English, whatever its case:

    /// From 1 for `january` or `jan`; 0 if it is none.
    int month() const;
    /// From 0 for `monday` or `mon`; -1 if it is none.
    int weekday() const;
    /// `am` or `pm`.
    bool isHalfOfDay() const;
    /// What follows the digits of `5th`.
    bool isOrdinalEnding() const;
};

/// The pieces of `text`, which must outlive them, without the blanks.
std::vector<TimeToken> timeTokens(QStringView text);

} // namespace carillon
