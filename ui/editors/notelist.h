// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace carillon::ui {

/// Remarks under each other, each with a sign that asks for attention.
class NoteList : public QWidget
{
    Q_OBJECT

public:
    explicit NoteList(const QString &name);

    void setNotes(const QStringList &notes);
    QStringList notes() const { return m_notes; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();

    QStringList m_notes;
};

} // namespace carillon::ui
