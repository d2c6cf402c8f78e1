// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/sqlstore.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace carillon;

using Preparation = std::function<void(const QString &file)>;
Q_DECLARE_METATYPE(Preparation)

namespace {

constexpr qsizetype userVersionAt = 60;
constexpr qsizetype applicationIdAt = 68;

void write(const QString &file, const QByteArray &bytes)
{
    QFile target(file);
    QVERIFY(target.open(QIODevice::WriteOnly));
    QCOMPARE(target.write(bytes), bytes.size());
}

QByteArray bytesOf(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

void createStore(const QString &file)
{
    QVERIFY(SqlStore::open(file));
}

/// A whole database of ours with some bytes of the header replaced.
void createPatched(const QString &file, qsizetype at, const QByteArray &bytes)
{
    createStore(file);
    QByteArray content = bytesOf(file);
    write(file, content.replace(at, bytes.size(), bytes));
}

void createForeign(const QString &file)
{
    {
        auto other = QSqlDatabase::addDatabase(u"QSQLITE"_qs, u"other"_qs);
        other.setDatabaseName(file);
        QVERIFY(other.open());
        QVERIFY(QSqlQuery(other).exec(u"create table bookmarks (address text)"_qs));
    }
    QSqlDatabase::removeDatabase(u"other"_qs);
}

} // namespace

/// What must not be opened is refused with a reason and left as it is.
class TestDatabaseFile : public QObject
{
    Q_OBJECT

private slots:
    void refusesUntouched_data();
    void refusesUntouched();
    void refusesAFolder();
    void refusesToStartEmptyOverALog();
    void refusesDamageInside();
    void saysWhyNothingCanBeCreated();
    void saysThatItMayNotWrite();
    void startsOverAnUnfinishedCreation();
    void isPrivate();
};

void TestDatabaseFile::refusesUntouched_data()
{
    QTest::addColumn<Preparation>("prepare");
    QTest::addColumn<QString>("cause");
    const auto text = [](const QByteArray &bytes) {
        return Preparation([bytes](const QString &file) { write(file, bytes); });
    };
    const auto patched = [](qsizetype at, const QByteArray &bytes) {
        return Preparation([=](const QString &file) { createPatched(file, at, bytes); });
    };
    const auto cutTo = [](qsizetype size) {
        return Preparation([size](const QString &file) {
            createStore(file);
            write(file, bytesOf(file).first(size));
        });
    };
    QTest::newRow("empty") << text("") << u"It is empty."_qs;
    QTest::newRow("short text") << text("hello") << u"It is not a database."_qs;
    QTest::newRow("long text") << text(QByteArray(9000, 'x')) << u"It is not a database."_qs;
    QTest::newRow("only the magic")
        << text(QByteArray("SQLite format 3\0", 16)) << u"It is not a database."_qs;
    QTest::newRow("foreign") << Preparation(createForeign) << u"It belongs to another program."_qs;
    QTest::newRow("other application id")
        << patched(applicationIdAt, "Fire") << u"It belongs to another program."_qs;
    QTest::newRow("newer") << patched(userVersionAt, QByteArray("\0\0\1\0", 4))
                           << u"It was written by a newer version of Carillon."_qs;
    QTest::newRow("no version") << patched(userVersionAt, QByteArray(4, '\0'))
                                << u"It is damaged."_qs;
    QTest::newRow("a page is missing") << cutTo(4096) << u"It is damaged."_qs;
    QTest::newRow("cut inside a page") << cutTo(5000) << u"It is damaged."_qs;
    QTest::newRow("cut inside the header") << cutTo(99) << u"It is not a database."_qs;
}

void TestDatabaseFile::refusesUntouched()
{
    QFETCH(Preparation, prepare);
    QFETCH(QString, cause);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"carillon.db"_qs);
    prepare(file);
    const QByteArray before = bytesOf(file);
    for (const auto access : {SqlStore::Access::ReadWrite, SqlStore::Access::ReadOnly}) {
        const auto opened = SqlStore::open(file, access);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::StoreRefused);
        QCOMPARE(opened.error().message,
                 u"The job database “%1” cannot be used. %2 It was left untouched. There is no "
                 u"copy of it. Move it away to begin anew."_qs.arg(file, cause));
        QVERIFY(bytesOf(file) == before);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"carillon.db"_qs});
    }
}

void TestDatabaseFile::refusesAFolder()
{
    const QTemporaryDir folder;
    const auto opened = SqlStore::open(folder.path());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StoreRefused);
    QVERIFY(opened.error().message.contains(u"It is not a regular file."));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestDatabaseFile::refusesToStartEmptyOverALog()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"carillon.db"_qs);
    write(file + u"-wal"_qs, "changes");
    const auto opened = SqlStore::open(file);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StoreRefused);
    QVERIFY(opened.error().message.contains(
        u"The file is missing, but “carillon.db-wal” with its latest changes is there."));
    QVERIFY(!QFile::exists(file));
    QCOMPARE(bytesOf(file + u"-wal"_qs), QByteArray("changes"));
}

void TestDatabaseFile::refusesDamageInside()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"carillon.db"_qs);
    createStore(file);
    const QByteArray whole = bytesOf(file);
    // The header stands, everything behind it is rubbish.
    write(file, whole.first(100) + QByteArray(whole.size() - 100, '\xee'));
    const QByteArray before = bytesOf(file);
    const auto opened = SqlStore::open(file);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StoreRefused);
    QVERIFY(opened.error().message.contains(u"It is damaged."));
    QVERIFY(bytesOf(file) == before);
}

void TestDatabaseFile::saysWhyNothingCanBeCreated()
{
    const QTemporaryDir folder;
    const QString below = folder.filePath(u"file"_qs);
    write(below, "not a folder");
    const auto opened = SqlStore::open(below + u"/carillon.db"_qs);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::NotAllowed);
    QVERIFY(opened.error().message.contains(u"cannot be opened for writing: Not a directory."));
    const auto read = SqlStore::open(folder.filePath(u"x.db"_qs), SqlStore::Access::ReadOnly);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::NotFound);
    QVERIFY(!QFile::exists(folder.filePath(u"x.db"_qs)));
}

void TestDatabaseFile::saysThatItMayNotWrite()
{
#ifdef Q_OS_UNIX
    constexpr uid_t nobody = 65534;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"carillon.db"_qs);
    createStore(file);
    const QByteArray before = bytesOf(file);
    const QByteArray path = QFile::encodeName(folder.path());
    QCOMPARE(::chmod(QFile::encodeName(file).constData(), 0444), 0);
    QCOMPARE(::chmod(path.constData(), 0555), 0);
    // Permissions do not bind root, so be someone else meanwhile.
    const uid_t self = ::geteuid();
    if (self == 0)
        QCOMPARE(::seteuid(nobody), 0);
    const auto opened = SqlStore::open(file);
    const auto created = SqlStore::open(folder.filePath(u"new.db"_qs));
    QCOMPARE(::seteuid(self), 0);
    QCOMPARE(::chmod(path.constData(), 0755), 0);

    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::NotAllowed);
    QVERIFY(opened.error().message.contains(file));
    QVERIFY(!created);
    QCOMPARE(created.error().code, ErrorCode::NotAllowed);
    QVERIFY(created.error().message.contains(u"Permission denied"));
    QVERIFY(bytesOf(file) == before);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"carillon.db"_qs});
#else
    QSKIP("Unix permissions");
#endif
}

void TestDatabaseFile::startsOverAnUnfinishedCreation()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"carillon.db"_qs);
    write(file + u".new"_qs, "half a database");
    write(file + u".new-wal"_qs, "half a log");
    createStore(file);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"carillon.db"_qs});
}

void TestDatabaseFile::isPrivate()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"carillon.db"_qs);
    const auto store = SqlStore::open(file); // keeps the companions alive
    QVERIFY(store);
    const auto mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    for (const QString &suffix : {u""_qs, u"-wal"_qs, u"-shm"_qs}) {
        QVERIFY(QFile::exists(file + suffix));
        QCOMPARE(QFile::permissions(file + suffix), mine);
    }
}

QTEST_GUILESS_MAIN(TestDatabaseFile)
#include "tst_databasefile.moc"
