// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/bytestext.h"

using namespace Qt::StringLiterals;

namespace carillon::ui {

QString bytesText(qint64 bytes, const QLocale &locale)
{
    if (bytes < 1000)
        return u"%1 B"_s.arg(bytes);
    static constexpr const char16_t *units[] = {u"KB", u"MB", u"GB", u"TB"};
    size_t unit = 0;
    qint64 tenths = bytes / 100;
    while (tenths >= 10000 && unit + 1 < std::size(units)) {
        tenths /= 1000;
        ++unit;
    }
    const QString number = locale.toString(double(tenths) / 10, 'f', 1);
    return u"%1 %2"_s.arg(number, QString::fromUtf16(units[unit]));
}

} // namespace carillon::ui
