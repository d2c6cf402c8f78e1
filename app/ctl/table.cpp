// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/table.h"

#include <algorithm>
#include <numeric>

namespace carillon::ctl {

namespace {

constexpr int columnGap = 2;
constexpr int narrowestColumn = 8;

QString tabbed(const QList<QList<Cell>> &rows)
{
    QString text;
    for (const QList<Cell> &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            text += (i > 0 ? u"\t"_qs : QString()) + harmless(row.at(i).text);
        text += u'\n';
    }
    return text;
}

QList<int> naturalWidths(const QStringList &headings, const QList<QList<Cell>> &rows)
{
    QList<int> widths;
    for (const QString &heading : headings)
        widths += displayWidth(heading);
    for (const QList<Cell> &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], displayWidth(row.at(i).text));
    }
    return widths;
}

/// Takes from the widest column, again and again.
void fitInto(QList<int> &widths, int room)
{
    int excess = std::accumulate(widths.begin(), widths.end(), 0) - room;
    while (excess-- > 0) {
        const auto widest = std::max_element(widths.begin(), widths.end());
        if (*widest <= narrowestColumn)
            return;
        --*widest;
    }
}

} // namespace

QString Table::text(const Terminal &terminal) const
{
    if (!terminal.isTerminal)
        return tabbed(rows);
    QList<int> widths = naturalWidths(headings, rows);
    fitInto(widths, terminal.width - columnGap * int(widths.size() - 1));
    const auto line = [&](const QList<Cell> &cells) {
        QString text;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const QString shown = elided(harmless(cells.at(i).text), widths.at(i));
            text += terminal.toned(shown, cells.at(i).tone);
            if (i + 1 < cells.size())
                text += QString(widths.at(i) - displayWidth(shown) + columnGap, u' ');
        }
        return text + u'\n';
    };
    QList<Cell> head;
    for (const QString &heading : headings)
        head += Cell{heading, Tone::Strong};
    QString text = line(head);
    for (const QList<Cell> &row : rows)
        text += line(row);
    return text;
}

QString pairsText(const QList<std::pair<QString, Cell>> &pairs, const Terminal &terminal)
{
    int widest = 0;
    for (const auto &pair : pairs)
        widest = std::max(widest, displayWidth(pair.first));
    QString text;
    for (const auto &[name, cell] : pairs) {
        const QString value = harmless(cell.text);
        if (!terminal.isTerminal) {
            text += name + u'\t' + value + u'\n';
            continue;
        }
        text += terminal.toned(name, Tone::Dim) +
                QString(widest - displayWidth(name) + columnGap, u' ') +
                terminal.toned(value, cell.tone) + u'\n';
    }
    return text;
}

} // namespace carillon::ctl
