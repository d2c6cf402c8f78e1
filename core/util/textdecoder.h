// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/textencoding.h"

namespace carillon {

/// Turns bytes that arrive in pieces into text, wherever the pieces were cut.
///
/// Every input gives valid Unicode: bytes that mean nothing become U+FFFD, a byte order mark at
/// the beginning is left out. Auto decides line by
/// line: what is UTF-8 is read as that, another line in `otherwise`, if all of it means something
/// there. A line that is not ASCII is kept back for that until it ends, 8 KiB of it at most.
class TextDecoder
{
public:
    enum class Controls : std::uint8_t {
        Keep,
        /// Tabs and newlines stay, a carriage return ends a line like a newline (both together are
        /// one), all others become U+FFFD.
        Replace,
    };

    explicit TextDecoder(TextEncoding encoding, Controls controls = Controls::Replace,
                         std::optional<TextEncoding> otherwise = legacyEncoding());

    /// The text that `bytes` complete.
    QString decode(QByteArrayView bytes);
    /// The end of the text; the next piece begins a new one.
    QString finish();

    /// All at once.
    static QString text(QByteArrayView bytes, TextEncoding encoding,
                        Controls controls = Controls::Replace,
                        std::optional<TextEncoding> otherwise = legacyEncoding());

private:
    QString guess(QByteArrayView bytes);
    void choose();
    QString convert(QByteArrayView bytes);
    QString clean(const QString &text);

    TextEncoding m_encoding;
    Controls m_controls;
    std::optional<TextEncoding> m_otherwise; ///< nothing: there is nothing to guess
    TextEncoding m_current;                  ///< what bytes are read in now, never Auto
    QByteArray m_incomplete;                 ///< the beginning of a character
    // While guessing:
    bool m_isChosen = false; ///< for the rest of this line
    QByteArray m_held;       ///< from the first byte of the line that is not ASCII
    // While cleaning:
    bool m_isFirst = true;
    bool m_wasReturn = false; ///< the last character was a carriage return
    QChar m_half;             ///< the first half of a surrogate pair
};

} // namespace carillon
