// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/editorpart.h"

#include <QEvent>

namespace carillon::ui {

void EditorPart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace carillon::ui
