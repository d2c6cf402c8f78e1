// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/notelist.h"

#include "ui/theme/statecolors.h"
#include "ui/theme/symbols.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace carillon::ui {

NoteList::NoteList(const QString &name)
{
    setObjectName(name);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    hide();
}

void NoteList::setNotes(const QStringList &notes)
{
    if (notes == m_notes)
        return;
    m_notes = notes;
    rebuild();
    setVisible(!m_notes.isEmpty());
}

void NoteList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        rebuild();
    QWidget::changeEvent(event);
}

void NoteList::rebuild()
{
    auto *grid = static_cast<QGridLayout *>(layout());
    while (const QLayoutItem *item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QColor colour = toneColors(Tone::Missed, isDark(palette())).text;
    for (int row = 0; row < m_notes.size(); ++row) {
        auto *icon = new QLabel;
        const int size = fontMetrics().ascent() + 2;
        icon->setPixmap(symbolPixmap(u"warning"_qs, size, devicePixelRatioF(), colour));
        auto *text = new QLabel(m_notes.at(row));
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        grid->addWidget(icon, row, 0, Qt::AlignTop);
        grid->addWidget(text, row, 1);
    }
}

} // namespace carillon::ui
