// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/statecolors.h"

#include <QPalette>

namespace carillon::ui {

namespace {

struct ToneRow
{
    QRgb lightText, lightTint, darkText, darkTint;
};

constexpr ToneRow toneRows[] = {
    {0xff1a6b35, 0xffe3f4e8, 0xff7fd79a, 0xff1f3527}, // Success
    {0xffa3191f, 0xfffce6e6, 0xffff9b9b, 0xff40191c}, // Failure
    {0xff0b57a4, 0xffe2eefb, 0xff8cc2ff, 0xff16304d}, // Running
    {0xff6a3fa0, 0xffefe7fa, 0xffc9a8f5, 0xff33244a}, // Queued
    {0xff7a4b00, 0xfffdf0d7, 0xfff2c166, 0xff3d2f12}, // Missed
    {0xff9a3b00, 0xfffde9dc, 0xffffb284, 0xff43250f}, // TimedOut
    {0xff4f565e, 0xffeceef0, 0xffb4bbc3, 0xff33373c}, // Neutral
};

} // namespace

ToneColors toneColors(Tone tone, bool dark)
{
    const ToneRow &row = toneRows[static_cast<size_t>(tone)];
    if (dark)
        return {QColor::fromRgb(row.darkText), QColor::fromRgb(row.darkTint)};
    return {QColor::fromRgb(row.lightText), QColor::fromRgb(row.lightTint)};
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

} // namespace carillon::ui
