// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/files.h"
#include "support/program.h"

#include <QTemporaryDir>

using namespace carillon;

/// The desktop program from outside: its starts and its end.
class TestDesktop : public QObject
{
    Q_OBJECT

private slots:
    void aSecondStartRaisesTheFirst();
    void terminationEndsItInOrder();
    void refusesUnknownOptions();
};

namespace {

constexpr int patience = 20'000; // ms

/// Up and able to hear of a second start.
bool isUp(const QTemporaryDir &profile)
{
    return QFile::exists(profile.filePath(u"socket"_qs));
}

} // namespace

void TestDesktop::aSecondStartRaisesTheFirst()
{
    QTemporaryDir profile;
    const QStringList arguments{u"--profile"_qs, profile.path(), u"--log-level"_qs, u"warn"_qs};
    Program first(QStringLiteral(CARILLON));
    first.start(arguments);
    QTRY_VERIFY_WITH_TIMEOUT(isUp(profile), patience);
    Program second(QStringLiteral(CARILLON));
    QCOMPARE(second.run(arguments), 0);
    const QString errors = second.errors();
    QVERIFY2(!errors.contains(u"is held by"), qPrintable(errors)); // no complaint: it is a wish
}

void TestDesktop::terminationEndsItInOrder()
{
    QTemporaryDir profile;
    Program program(QStringLiteral(CARILLON));
    program.start({u"--profile"_qs, profile.path()});
    QTRY_VERIFY_WITH_TIMEOUT(isUp(profile), patience);
    program.terminate();
    QCOMPARE(program.finish(), 0);
    // Checkpointed and closed: nothing but the database itself is left.
    QVERIFY(QFile::exists(profile.filePath(u"carillon.db"_qs)));
    QVERIFY(!QFile::exists(profile.filePath(u"carillon.db-wal"_qs)));
}

void TestDesktop::refusesUnknownOptions()
{
    Program program(QStringLiteral(CARILLON));
    QCOMPARE(program.run({u"--colour"_qs}), 64);
    QVERIFY(program.errors().contains(u"colour"));
    QCOMPARE(program.run({u"dance"_qs}), 64);
    QVERIFY(program.errors().contains(u"“dance” is not an option."));
}

QTEST_GUILESS_MAIN(TestDesktop)
#include "tst_desktop.moc"
