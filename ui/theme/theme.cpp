// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/palettes.h"

#include <QApplication>
#include <QStyleFactory>

using namespace Qt::StringLiterals;

namespace carillon::ui {

Theme::Theme(Settings::Theme choice, QObject *parent) : QObject(parent), m_choice(choice)
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    connect(&m_system, &SystemScheme::changed, this, &Theme::apply);
    apply();
}

void Theme::setChoice(Settings::Theme choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

void Theme::apply()
{
    const bool dark = m_choice == Settings::Theme::Dark ||
                      (m_choice == Settings::Theme::System && m_system.isDark());
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
}

} // namespace carillon::ui
