// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openstores.h"
#include "core/stores/store.h"

#include <QTemporaryDir>
#include <QTest>

using namespace carillon;

class TestOpenStores : public QObject
{
    Q_OBJECT

private slots:
    void opensWhatTheSettingsName();
    void refusesOneFileTwice_data();
    void refusesOneFileTwice();
    void saysWhichFileIsRefused();

private:
    QTemporaryDir m_folder;
    Profile m_profile{m_folder.path()};
};

void TestOpenStores::opensWhatTheSettingsName()
{
    Settings settings;
    settings.jobStores = {{u"scratch"_qs, u"memory"_qs}, {u"other"_qs, u"sqlite:other.db"_qs}};
    const auto opened = openStores(m_profile, settings);
    QVERIFY(opened);
    QCOMPARE(opened->store->aliases(),
             (QStringList{u"default"_qs, u"memory"_qs, u"other"_qs, u"scratch"_qs}));
    QCOMPARE(opened->databases,
             (QStringList{m_profile.database(), m_folder.filePath(u"other.db"_qs)}));
}

void TestOpenStores::refusesOneFileTwice_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("the profile's own") << u"sqlite:carillon.db"_qs;
    QTest::newRow("spelled otherwise") << u"sqlite:%1/x/../carillon.db"_qs.arg(m_folder.path());
}

void TestOpenStores::refusesOneFileTwice()
{
    QFETCH(QString, place);
    Settings settings;
    settings.jobStores = {{u"other"_qs, place}};
    const auto opened = openStores(m_profile, settings);
    QVERIFY(!opened);
    QCOMPARE(opened.error().field, u"jobstores/other"_qs);
    QVERIFY(opened.error().message.startsWith(
        u"The job store “other” names the file “%1”, which another one uses."_qs.arg(
            m_profile.database())));
}

void TestOpenStores::saysWhichFileIsRefused()
{
    QFile file(m_folder.filePath(u"text.db"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("hello");
    file.close();
    Settings settings;
    settings.jobStores = {{u"other"_qs, u"sqlite:text.db"_qs}};
    const auto opened = openStores(m_profile, settings);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StoreRefused);
    QVERIFY(opened.error().message.contains(file.fileName()));
}

QTEST_GUILESS_MAIN(TestOpenStores)
#include "tst_openstores.moc"
