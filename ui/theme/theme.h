// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "ui/theme/systemscheme.h"

namespace carillon::ui {

/// Gives the whole application its style and palette, and keeps them right when the choice or the
/// desktop's own scheme changes. One per process, in the GUI thread.
class Theme : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    explicit Theme(Settings::Theme choice, QObject *parent = nullptr);

    void setChoice(Settings::Theme choice);

private:
    void apply();

    Settings::Theme m_choice;
    SystemScheme m_system;
};

} // namespace carillon::ui
