// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QByteArray>

namespace carillon {

/// Reads literals out of a call expression, from left to right.
class CallLiterals
{
public:
    /// Whether a backslash in `"…"` can keep a quote from closing the text.
    enum class Quotes { Close, CanBeEscaped };

    /// `text` must outlive this.
    CallLiterals(const QString &text, qsizetype position, Quotes quotes)
        : m_text(text),
          m_position(position),
          m_quotes(quotes)
    {
    }

    /// From after the opening bracket to the end of the text; the literals as a JSON array. The
    /// error names the column.
    Result<QByteArray> readToEnd();

private:
    void skipBlanks();
    bool take(char16_t character);
    Result<QByteArray> literal();
    Result<QByteArray> doubleQuoted();
    Result<QByteArray> singleQuoted();
    Result<QByteArray> closed(qsizetype start, const QString &value);
    Result<QString> escape();
    Result<QByteArray> number();
    Result<QByteArray> word();

    const QString &m_text;
    qsizetype m_position;
    Quotes m_quotes;
};

/// What is wrong with a call expression at `position`, counted from 0.
Error mistakeAt(qsizetype position, const QString &sentence);

} // namespace carillon
