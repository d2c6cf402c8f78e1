// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/linesedit.h"

#include <QTextBlock>

namespace carillon::ui {

void shapeTextField(QPlainTextEdit *edit, int visibleLines)
{
    edit->setTabChangesFocus(true);
    const int margins = 2 * (edit->frameWidth() + int(edit->document()->documentMargin()));
    edit->setMinimumHeight(edit->fontMetrics().lineSpacing() * visibleLines + margins);
    edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    edit->setMaximumHeight(edit->minimumHeight());
}

LinesEdit::LinesEdit(const QString &name, int visibleLines)
{
    setObjectName(name);
    setLineWrapMode(NoWrap);
    shapeTextField(this, visibleLines);
    connect(this, &QPlainTextEdit::textChanged, this, [this] { m_exact.reset(); });
}

QStringList LinesEdit::lines() const
{
    if (m_exact)
        return *m_exact;
    QStringList lines;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        lines.append(block.text().replace(QChar::LineSeparator, u'\n'));
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

void LinesEdit::setLines(const QStringList &lines)
{
    QStringList blocks = lines;
    for (QString &block : blocks)
        block.replace(u'\n', QChar::LineSeparator);
    setPlainText(blocks.join(u'\n'));
    m_exact = lines;
}

} // namespace carillon::ui
