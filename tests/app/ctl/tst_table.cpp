// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/table.h"

#include <QTest>

using namespace carillon::ctl;

namespace {

const Terminal wide{.isTerminal = true, .hasColours = false, .width = 80};

Table sampleTable()
{
    return {{u"ID"_qs, u"NAME"_qs},
            {{{u"a"_qs}, {u"每日备份"_qs}}, {{u"longer"_qs}, {u"short"_qs}}}};
}

} // namespace

class TestTable : public QObject
{
    Q_OBJECT

private slots:
    void alignsColumns();
    void fitsTheTerminal();
    void keepsNarrowColumns();
    void separatesByTabsForPrograms();
    void coloursWithoutMovingColumns();
    void pairsNames();
};

void TestTable::alignsColumns()
{
    QCOMPARE(sampleTable().text(wide), u"ID      NAME\na       每日备份\nlonger  short\n"_qs);
}

void TestTable::fitsTheTerminal()
{
    const Terminal narrow{.isTerminal = true, .hasColours = false, .width = 20};
    const Table table{{u"ID"_qs, u"NAME"_qs}, {{{u"a"_qs}, {u"a name that is far too long"_qs}}}};
    QCOMPARE(table.text(narrow), u"ID  NAME\na   a name that is …\n"_qs);
}

void TestTable::keepsNarrowColumns()
{
    const Terminal tiny{.isTerminal = true, .hasColours = false, .width = 5};
    const Table table{{u"ID"_qs, u"N"_qs}, {{{u"12345678"_qs}, {u"123456789"_qs}}}};
    QCOMPARE(table.text(tiny), u"ID        N\n12345678  1234567…\n"_qs);
}

void TestTable::separatesByTabsForPrograms()
{
    Table table = sampleTable();
    table.rows.append({{u"tab\there"_qs}, {u"line\nhere"_qs}});
    QCOMPARE(table.text({}), u"a\t每日备份\nlonger\tshort\ntab here\tline here\n"_qs);
}

void TestTable::coloursWithoutMovingColumns()
{
    Terminal coloured = wide;
    coloured.hasColours = true;
    const Table table{{u"A"_qs, u"B"_qs}, {{{u"x"_qs, Tone::Good}, {u"y"_qs}}}};
    QCOMPARE(table.text(coloured), u"\x1b[1mA\x1b[0m  \x1b[1mB\x1b[0m\n\x1b[32mx\x1b[0m  y\n"_qs);
}

void TestTable::pairsNames()
{
    QCOMPARE(pairsText({{u"id"_qs, {u"a"_qs}}, {u"名称"_qs, {u"b"_qs}}}, wide),
             u"id    a\n名称  b\n"_qs);
    QCOMPARE(pairsText({{u"id"_qs, {u"a"_qs}}}, {}), u"id\ta\n"_qs);
}

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"
