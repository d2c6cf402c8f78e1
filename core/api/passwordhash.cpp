// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/passwordhash.h"

#include <QCryptographicHash>
#include <QPasswordDigestor>
#include <QRandomGenerator>
#include <QStringList>

namespace carillon {

namespace {

constexpr int leastRounds = 210'000;
constexpr int mostRounds = 10'000'000;
constexpr int saltSize = 16;
constexpr quint64 hashSize = 64;

QString scheme()
{
    return u"pbkdf2-sha512"_qs;
}

QByteArray derived(const QString &password, const QByteArray &salt, int rounds)
{
    return QPasswordDigestor::deriveKeyPbkdf2(QCryptographicHash::Sha512, password.toUtf8(), salt,
                                              rounds, hashSize);
}

} // namespace

bool equalInConstantTime(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= unsigned(uchar(a[i]) ^ uchar(b[i]));
    return difference == 0;
}

QByteArray sha256(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return hash.result();
}

QString hashPassword(const QString &password)
{
    quint32 random[saltSize / sizeof(quint32)];
    QRandomGenerator::system()->fillRange(random);
    const QByteArray salt(reinterpret_cast<const char *>(random), saltSize);
    return u"%1$%2$%3$%4"_qs.arg(scheme())
        .arg(leastRounds)
        .arg(QString::fromLatin1(salt.toBase64()),
             QString::fromLatin1(derived(password, salt, leastRounds).toBase64()));
}

bool isPassword(const QString &password, const QString &hash)
{
    const QStringList parts = hash.split(u'$');
    if (parts.size() != 4 || parts.at(0) != scheme())
        return false;
    const int rounds = parts.at(1).toInt();
    const QByteArray salt = QByteArray::fromBase64(parts.at(2).toLatin1());
    const QByteArray expected = QByteArray::fromBase64(parts.at(3).toLatin1());
    if (rounds < leastRounds || rounds > mostRounds || salt.size() < saltSize ||
        expected.size() != qsizetype(hashSize))
        return false;
    return equalInConstantTime(derived(password, salt, rounds), expected);
}

} // namespace carillon
