// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace carillon {

/// What someone wrote, for a message: one line, at most 60 characters.
inline QString oneLine(QStringView text)
{
    constexpr qsizetype most = 60;
    QString shown = text.first(std::min(text.size(), most)).toString();
    for (QChar &character : shown) {
        if (character.category() == QChar::Other_Control)
            character = QChar::ReplacementCharacter;
    }
    return shown + (text.size() > most ? u"…"_qs : QString());
}

/// The same in single quotes.
inline QString quoted(QStringView text)
{
    return u'\'' + oneLine(text) + u'\'';
}

} // namespace carillon
