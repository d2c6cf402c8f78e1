// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/pathedit.h"

#include "ui/editors/form.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMimeData>
#include <QUrl>

namespace carillon::ui {

namespace {

/// The path of the one local file being dragged; empty if it is anything else.
QString draggedPath(const QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

PathEdit::PathEdit(const QString &name, Kind kind)
    : m_kind(kind),
      m_line(new QLineEdit),
      m_button(new QPushButton)
{
    m_line->setObjectName(name);
    m_line->installEventFilter(this);
    m_button->setObjectName(name + u"Button"_qs);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_button);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &PathEdit::pathChanged);
    connect(m_button, &QPushButton::clicked, this, &PathEdit::choose);
    retranslate();
}

void PathEdit::setPath(const QString &path)
{
    const QSignalBlocker quiet(this);
    m_line->setText(path);
}

bool PathEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        const QString path = draggedPath(drop);
        if (!path.isEmpty()) {
            drop->acceptProposedAction();
            if (event->type() == QEvent::Drop)
                m_line->setText(path); // in place of the URL that the line would insert
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PathEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PathEdit::choose()
{
    auto *dialog = new QFileDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(m_kind == Kind::Folder ? QFileDialog::Directory
                                               : QFileDialog::ExistingFile);
    if (!path().isEmpty())
        dialog->selectFile(path());
    connect(dialog, &QFileDialog::fileSelected, m_line, &QLineEdit::setText);
    dialog->open();
}

void PathEdit::retranslate()
{
    setButtonText(m_button, tr("Choose…"));
    m_button->setAccessibleName(m_kind == Kind::Folder ? tr("Choose a folder")
                                                       : tr("Choose a file"));
}

} // namespace carillon::ui
