// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/texttable.h"

#include <algorithm>

namespace carillon::ctl {

namespace {

bool isWide(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hangul:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana: return true;
    default: return c.unicode() >= 0xff00 && c.unicode() <= 0xff60;
    }
}

/// In columns of a terminal: CJK and full-width characters take two.
int displayWidth(const QString &text)
{
    return int(text.size() + std::count_if(text.begin(), text.end(), isWide));
}

QString harmless(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control)
            c = u'?';
    }
    return text;
}

} // namespace

QString textTable(const QStringList &headings, const QList<QStringList> &rows)
{
    QList<QStringList> lines{headings};
    for (const QStringList &row : rows) {
        lines.append(row);
        std::transform(row.begin(), row.end(), lines.last().begin(), harmless);
    }
    QList<int> widths(headings.size(), 0);
    for (const QStringList &line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], displayWidth(line.at(i)));
    }
    QString text;
    for (const QStringList &line : lines) {
        for (qsizetype i = 0; i + 1 < line.size(); ++i)
            text += line.at(i) + QString(widths.at(i) - displayWidth(line.at(i)) + 2, u' ');
        text += line.last() + u'\n';
    }
    return text;
}

} // namespace carillon::ctl
