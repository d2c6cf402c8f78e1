// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/callexpression.h"

#include "core/jobs/callliterals.h"
#include "core/util/coretext.h"

#include <QRegularExpression>

namespace carillon {

namespace {

using Quotes = CallLiterals::Quotes;

/// A text that makes sense without escaped quotes has the meaning it had before there were any.
Result<QByteArray> literalsFrom(const QString &text, qsizetype position)
{
    auto plain = CallLiterals(text, position, Quotes::Close).readToEnd();
    return plain ? plain : CallLiterals(text, position, Quotes::CanBeEscaped).readToEnd();
}

/// What keeps `text` from beginning with the path of a class.
Error mistakeInPath(const QString &text)
{
    static const QRegularExpression names(u"^(?:[^\\W\\d]\\w*\\.)*(?:[^\\W\\d]\\w*)?"_qs,
                                          QRegularExpression::UseUnicodePropertiesOption);
    const qsizetype end = names.match(text).capturedLength();
    const bool isOneName = end > 0 && !text.left(end).contains(u'.');
    return mistakeAt(end, isOneName ? CoreText::tr("a module and a class are expected, joined by a "
                                                   "dot, as in package.module.Class(\"text\", 1).")
                                    : CoreText::tr("a Python name is expected here, as in "
                                                   "package.module.Class(\"text\", 1)."));
}

} // namespace

Result<CallExpression> CallExpression::parse(const QString &text)
{
    static const QRegularExpression path(u"^[^\\W\\d]\\w*(?:\\.[^\\W\\d]\\w*)+(?![\\w.])"_qs,
                                         QRegularExpression::UseUnicodePropertiesOption);
    const auto found = path.match(text);
    if (!found.hasMatch())
        return mistakeInPath(text);
    const qsizetype end = found.capturedLength();
    CallExpression call;
    call.m_text = text;
    call.m_classEnd = int(end);
    call.m_dot = int(text.left(end).lastIndexOf(u'.'));
    call.m_arguments = "[]";
    if (QStringView(text).mid(end).trimmed().isEmpty())
        return call;
    if (text.at(end) != u'(')
        return mistakeAt(end, CoreText::tr("“(” or the end is expected here."));
    auto literals = literalsFrom(text, end + 1);
    if (!literals)
        return literals.error();
    call.m_arguments = *std::move(literals);
    return call;
}

} // namespace carillon
