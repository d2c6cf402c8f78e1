// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include "core/util/coretext.h"
#include "core/util/logging.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QLocalSocket>
#include <QThread>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace carillon {

namespace {

constexpr int answerTimeout = 2000; // ms; the other program may be busy starting
constexpr int mostLooks = 100;
constexpr int betweenLooks = 10; // ms

/// For the message of whoever comes second; means nothing to the lock itself.
QByteArray selfDescription()
{
    return QByteArray::number(QCoreApplication::applicationPid()) + ' ' +
           QCoreApplication::applicationName().toUtf8() + ' ' +
           QDateTime::currentDateTime().toString(Qt::ISODate).toUtf8() + '\n';
}

/// What the holder has written about itself. One that has only just taken the lock may still be
/// writing.
QByteArray descriptionOfHolder(const Profile &profile)
{
    for (int looks = 0; looks < mostLooks; ++looks) {
        QFile file(profile.lockFile());
        const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        if (text.endsWith('\n'))
            return text;
        QThread::msleep(betweenLooks);
    }
    return {};
}

Error heldByAnother(const Profile &profile)
{
    const QList<QByteArray> words = descriptionOfHolder(profile).trimmed().split(' ');
    if (words.size() != 3)
        return {ErrorCode::AlreadyRunning,
                CoreText::tr("Another program holds the profile “%1”.").arg(profile.folder())};
    return {ErrorCode::AlreadyRunning,
            CoreText::tr("The profile “%1” is held by %2 (process %3) since %4.")
                .arg(profile.folder(), QString::fromUtf8(words.at(1)),
                     QString::fromUtf8(words.at(0)), QString::fromUtf8(words.at(2)))};
}

Error noLock(const Profile &profile, const QString &cause)
{
    return {ErrorCode::NotAllowed,
            CoreText::tr("The profile “%1” cannot be locked: %2. Nothing was started.")
                .arg(profile.folder(), cause)};
}

} // namespace

#ifdef Q_OS_WIN

Result<std::unique_ptr<ProfileLock>> ProfileLock::acquire(const Profile &profile)
{
    const std::wstring path = profile.lockFile().toStdWString();
    const HANDLE file =
        CreateFileW(path.c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                    nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return noLock(profile, qt_error_string(int(GetLastError())));
    OVERLAPPED beyondText = {};
    beyondText.Offset = 0x10000; // the text stays readable for others
    if (!LockFileEx(file, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0,
                    &beyondText)) {
        CloseHandle(file);
        return heldByAnother(profile);
    }
    const QByteArray text = selfDescription();
    DWORD written = 0;
    SetEndOfFile(file);
    WriteFile(file, text.constData(), DWORD(text.size()), &written, nullptr);
    return std::unique_ptr<ProfileLock>(new ProfileLock(qintptr(file)));
}

ProfileLock::~ProfileLock()
{
    CloseHandle(HANDLE(m_handle));
}

#else

Result<std::unique_ptr<ProfileLock>> ProfileLock::acquire(const Profile &profile)
{
    const QByteArray path = QFile::encodeName(profile.lockFile());
    const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return noLock(profile, QString::fromLocal8Bit(std::strerror(errno)));
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        const int cause = errno;
        ::close(file);
        if (cause == EWOULDBLOCK)
            return heldByAnother(profile);
        return noLock(profile, QString::fromLocal8Bit(std::strerror(cause)));
    }
    const QByteArray text = selfDescription();
    if (::ftruncate(file, 0) != 0 || ::write(file, text.constData(), size_t(text.size())) < 0)
        log::app().warn("the lock file of {} could not be labelled", profile.folder());
    return std::unique_ptr<ProfileLock>(new ProfileLock(file));
}

ProfileLock::~ProfileLock()
{
    ::close(int(m_handle)); // the file stays: deleting it would let two programs lock two files
}

#endif

RaiseServer::RaiseServer(const Profile &profile, QObject *parent) : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(profile.socket());
    if (!m_server.listen(profile.socket()))
        log::app().warn("a second start cannot reach this one: {}", m_server.errorString());
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            socket->write("raised\n");
            socket->disconnectFromServer();
            emit raiseRequested();
        }
    });
}

bool RaiseServer::raiseOther(const Profile &profile)
{
    QLocalSocket socket;
    socket.connectToServer(profile.socket());
    return socket.waitForConnected(answerTimeout) && socket.waitForReadyRead(answerTimeout) &&
           socket.readAll().startsWith("raised");
}

} // namespace carillon
