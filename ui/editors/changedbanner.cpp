// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/changedbanner.h"

#include "ui/editors/form.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace carillon::ui {

ChangedBanner::ChangedBanner()
    : m_text(new QLabel),
      m_reload(new QPushButton),
      m_keep(new QPushButton)
{
    setObjectName(u"editorChangedBanner"_qs);
    m_text->setObjectName(u"editorChangedText"_qs);
    m_reload->setObjectName(u"editorReloadButton"_qs);
    m_keep->setObjectName(u"editorKeepMineButton"_qs);
    setFrameShape(QFrame::StyledPanel);
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_text, 1);
    row->addWidget(m_reload);
    row->addWidget(m_keep);
    connect(m_reload, &QPushButton::clicked, this, [this] {
        hide();
        emit reloadRequested();
    });
    connect(m_keep, &QPushButton::clicked, this, [this] {
        hide();
        emit keepRequested();
    });
    retranslate();
    hide();
}

void ChangedBanner::showChanged()
{
    m_removed = false;
    retranslate();
    show();
}

void ChangedBanner::showRemoved()
{
    m_removed = true;
    retranslate();
    show();
}

void ChangedBanner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ChangedBanner::retranslate()
{
    m_text->setText(m_removed ? tr("This job was deleted meanwhile. Saving adds it again.")
                              : tr("This job was changed elsewhere meanwhile."));
    setButtonText(m_reload, tr("Reload"));
    m_reload->setVisible(!m_removed);
    setButtonText(m_keep, tr("Keep mine"));
}

} // namespace carillon::ui
