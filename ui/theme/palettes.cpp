// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palettes.h"

#include "ui/theme/statecolors.h"

namespace carillon::ui {

namespace {

struct PaletteColors
{
    QRgb window, base, alternate, button, text, disabled, placeholder;
    QRgb accent, onAccent, link, visited, toolTip, toolTipText;
    QRgb light, midlight, mid, dark, shadow;
};

constexpr PaletteColors lightColors{
    0xfff4f5f7, 0xffffffff, 0xfff8f9fa, 0xfffcfcfd, 0xff1d2126, 0xff9aa1a9,
    0xff5f6770, 0xff1f6fc4, 0xffffffff, 0xff0b57a4, 0xff6a3fa0, 0xff2a2f35,
    0xfff2f4f6, 0xffffffff, 0xffe9ebee, 0xffcdd2d8, 0xffb4bbc3, 0xff7c848d,
};

constexpr PaletteColors darkColors{
    0xff22252a, 0xff1b1d21, 0xff202328, 0xff2d3137, 0xffe6e8eb, 0xff70777f,
    0xff949ca5, 0xff2670c4, 0xffffffff, 0xff8cc2ff, 0xffc9a8f5, 0xff3a3f46,
    0xfff2f4f6, 0xff454b53, 0xff363b42, 0xff3b4047, 0xff15171a, 0xff0b0c0e,
};

QPalette paletteOf(const PaletteColors &c)
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, QRgb rgb) { p.setColor(role, QColor(rgb)); };
    set(QPalette::Window, c.window);
    set(QPalette::WindowText, c.text);
    set(QPalette::Base, c.base);
    set(QPalette::AlternateBase, c.alternate);
    set(QPalette::Text, c.text);
    set(QPalette::Button, c.button);
    set(QPalette::ButtonText, c.text);
    set(QPalette::BrightText, 0xffffffff);
    set(QPalette::PlaceholderText, c.placeholder);
    set(QPalette::Highlight, c.accent);
    set(QPalette::HighlightedText, c.onAccent);
    set(QPalette::Link, c.link);
    set(QPalette::LinkVisited, c.visited);
    set(QPalette::ToolTipBase, c.toolTip);
    set(QPalette::ToolTipText, c.toolTipText);
    set(QPalette::Light, c.light);
    set(QPalette::Midlight, c.midlight);
    set(QPalette::Mid, c.mid);
    set(QPalette::Dark, c.dark);
    set(QPalette::Shadow, c.shadow);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::PlaceholderText, QPalette::Link})
        p.setColor(QPalette::Disabled, role, QColor(c.disabled));
    p.setColor(QPalette::Disabled, QPalette::Base, QColor(c.window));
    p.setColor(QPalette::Disabled, QPalette::Highlight, QColor(c.mid));
    return p;
}

} // namespace

QPalette lightPalette()
{
    return paletteOf(lightColors);
}

QPalette darkPalette()
{
    return paletteOf(darkColors);
}

QColor mutedText(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::PlaceholderText);
}

QColor separatorColor(const QPalette &palette)
{
    return isDark(palette) ? QColor(0xff34383f) : QColor(0xffdfe2e6);
}

} // namespace carillon::ui
