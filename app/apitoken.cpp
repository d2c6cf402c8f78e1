// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/apitoken.h"

#include "core/util/coretext.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSaveFile>

#include <array>

namespace carillon {

namespace {

constexpr qsizetype leastToken = 32; // characters

QByteArray newToken()
{
    std::array<quint32, 8> random;
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    const QByteArray bytes(reinterpret_cast<const char *>(random.data()), sizeof(random));
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Error unusable(const QString &file, const QString &cause)
{
    return {ErrorCode::NotAllowed,
            CoreText::tr("The token of the API in “%1” cannot be used: %2").arg(file, cause)};
}

} // namespace

Result<QByteArray> apiToken(const QString &path)
{
    QFile file(path);
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            return unusable(path, file.errorString());
        const QByteArray token = file.readAll().trimmed();
        if (token.size() < leastToken)
            return unusable(path, CoreText::tr("it is too short. Delete the file for a new one."));
        return token;
    }
    const QByteArray token = newToken();
    QSaveFile made(path); // syncs before it renames
    if (!made.open(QIODevice::WriteOnly) ||
        !made.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        made.write(token + '\n') != token.size() + 1 || !made.commit())
        return unusable(path, made.errorString());
    return token;
}

} // namespace carillon
