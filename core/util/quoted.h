// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace carillon {

/// What someone wrote, in single quotes, for a message: one line, at most 60 characters.
inline QString quoted(QStringView text)
{
    constexpr qsizetype most = 60;
    QString shown = text.first(std::min(text.size(), most)).toString();
    for (QChar &character : shown) {
        if (character.category() == QChar::Other_Control)
            character = QChar::ReplacementCharacter;
    }
    return u'\'' + shown + (text.size() > most ? u"…"_qs : QString()) + u'\'';
}

} // namespace carillon
