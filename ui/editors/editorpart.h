// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QWidget>

#include <vector>

namespace carillon::ui {

class FieldChecks;

/// A part of the job editor: some fields, their messages, and the news that one was edited.
class EditorPart : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Who shows messages under the fields that count at the moment.
    virtual std::vector<FieldChecks *> checks() const = 0;

signals:
    /// The user changed something; not emitted for what is set by the program.
    void valueChanged();

protected:
    void changeEvent(QEvent *event) override;

    /// Sets every text of this part, in the language of now. Call it once when built.
    virtual void retranslate() = 0;
};

} // namespace carillon::ui
