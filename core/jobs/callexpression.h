// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QByteArray>

namespace carillon {

/// A call in the form kinit and RuoYi have, `package.module.Class("text", 1, 2.5, True)`: a class
/// of a module, and the literals it is made with.
///
/// | literal | form |
/// |---------|-------------------------------------------------------------------------------------|
/// | text    | `"…"`: a backslash is a character like others, and before a quote it keeps the text
/// | |         | open (`"say \"hi\""`), unless the whole makes sense without that (`"C:\jobs\"`); |
/// |         | `'…'`: with `\\ \' \" \n \r \t \xHH \uHHHH \UHHHHHHHH` | | integer | digits, with a
/// sign, with `L` after them; of any length                             | | float   | `2.5`, `.5`,
/// `1e5`, `-2.5e-3`, each with `D` after it; `5D`                          | | others  | `True`
/// `true` `False` `false` `None` `null`                                         |
///
/// Every call that kinit understood keeps its value. What kinit passed over is refused.
class CallExpression
{
public:
    /// Fails with InvalidInput, `func` and a sentence that names the column, from 1 on, and says
    /// what is accepted there.
    static Result<CallExpression> parse(const QString &text);

    /// As it was written.
    const QString &text() const { return m_text; }
    /// `package.module`
    QString moduleName() const { return m_text.left(m_dot); }
    QString className() const { return m_text.mid(m_dot + 1, m_classEnd - m_dot - 1); }
    /// The literals as a JSON array whose numbers are written out in full: not to be read by what
    /// takes numbers for doubles.
    const QByteArray &arguments() const { return m_arguments; }

    bool operator==(const CallExpression &other) const { return m_text == other.m_text; }

private:
    CallExpression() = default;

    QString m_text;
    int m_dot = 0;      ///< the one before the class
    int m_classEnd = 0; ///< one past it
    QByteArray m_arguments;
};

} // namespace carillon
