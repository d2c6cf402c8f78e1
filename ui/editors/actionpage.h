// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/action.h"
#include "ui/editors/editorpart.h"

namespace carillon::ui {

/// The fields of one or more kinds of action.
class ActionPage : public EditorPart
{
    Q_OBJECT

public:
    using EditorPart::EditorPart;

    virtual Result<Action> value() const = 0;
    /// Takes over an action of this page's kinds; others are not for it.
    virtual void setValue(const Action &action) = 0;
};

} // namespace carillon::ui
