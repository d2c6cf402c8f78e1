// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

#include <optional>

namespace carillon::ui {

/// A list of texts, one per line. Shift+Enter breaks a line within one text. Empty lines count as
/// empty texts, except at the end.
class LinesEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// `visibleLines` is how many lines fit without scrolling.
    LinesEdit(const QString &name, int visibleLines);

    QStringList lines() const;
    void setLines(const QStringList &lines);

private:
    std::optional<QStringList> m_exact; ///< what was set, until it is edited
};

/// Lets Tab leave the field, and makes it as high as so many lines.
void shapeTextField(QPlainTextEdit *edit, int visibleLines);

} // namespace carillon::ui
