// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile.h"

#include "core/util/coretext.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryFile>

namespace carillon {

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

} // namespace

QString Profile::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/carillon"_qs;
}

Profile::Profile(const QString &folder)
    : m_folder(QDir::cleanPath(QDir(folder.isEmpty() ? defaultFolder() : folder).absolutePath()))
{
}

QString Profile::file(QStringView name) const
{
    return u"%1/%2"_qs.arg(m_folder, name);
}

Result<> Profile::prepare() const
{
    for (const QString &each : {folder(), logFolder(), workspace()}) {
        const bool existed = QFileInfo::exists(each);
        if (!QDir().mkpath(each))
            return Error{
                ErrorCode::NotAllowed,
                CoreText::tr("The profile folder “%1” cannot be created. Nothing was started. "
                             "Choose another one with --profile.")
                    .arg(each)};
        if (!existed)
            QFile::setPermissions(each, ownerOnly);
    }
    // Trying is the only test that also sees read-only mounts and access lists.
    QTemporaryFile probe(m_folder + u"/.probe-XXXXXX"_qs);
    if (!probe.open())
        return Error{
            ErrorCode::NotAllowed,
            CoreText::tr("The profile folder “%1” cannot be written: %2. Nothing was started. "
                         "Choose another one with --profile.")
                .arg(m_folder, probe.errorString())};
    return {};
}

} // namespace carillon
