// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/importsource.h"

#include "app/ctl/invocation.h"
#include "app/ctl/webfetch.h"
#include "core/imports/apschedulerimport.h"
#include "core/imports/crontabimport.h"
#include "core/imports/kinitimport.h"
#include "core/util/coretext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace carillon::ctl {

namespace {

struct ImportContent
{
    QByteArray bytes;
    std::optional<ImportFormat> format = {}; ///< where the place alone says it
    bool hasUserColumn = false;
};

Result<ImportContent> fromAddress(const Invocation &invocation)
{
    QUrl url(invocation.argument(0), QUrl::StrictMode);
    if (invocation.has(u"user"_qs))
        url.setUserName(invocation.value(u"user"_qs), QUrl::DecodedMode);
    if (invocation.has(u"password-file"_qs)) {
        QFile file(invocation.value(u"password-file"_qs));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::NotAllowed, CoreText::tr("The file “%1” cannot be read: %2.")
                                                    .arg(file.fileName(), file.errorString())};
        url.setPassword(QString::fromUtf8(file.readAll()).trimmed(), QUrl::DecodedMode);
    }
    if (!url.path().endsWith(u"/jobs"))
        url.setPath(url.path() + (url.path().endsWith(u'/') ? u"jobs"_qs : u"/jobs"_qs));
    const auto bytes = fetchFromWeb(url);
    if (!bytes)
        return bytes.error();
    return ImportContent{*bytes, ImportFormat::Apscheduler};
}

Result<ImportContent> fromFile(const QString &name)
{
    QFile file(name);
    const bool isOpen = name == u"-" ? file.open(stdin, QIODevice::ReadOnly)
                                     : QFileInfo(name).isFile() && file.open(QIODevice::ReadOnly);
    if (!isOpen && !QFileInfo(name).isFile())
        return Error{ErrorCode::NotFound, CoreText::tr("There is no file “%1”.").arg(name)};
    if (!isOpen)
        return Error{
            ErrorCode::NotAllowed,
            CoreText::tr("The file “%1” cannot be read: %2.").arg(name, file.errorString())};
    const QString path = QFileInfo(name).absoluteFilePath();
    const bool isSystemWide = path == u"/etc/crontab" || path.startsWith(u"/etc/cron.d/");
    return ImportContent{file.readAll(), {}, isSystemWide};
}

Result<ImportPlan> planOf(const ImportContent &content, ImportFormat format,
                          const Invocation &invocation)
{
    switch (format) {
    case ImportFormat::Jobs: return planFromJobs(content.bytes);
    case ImportFormat::Kinit: return planFromKinit(content.bytes, Zone::system());
    case ImportFormat::Apscheduler: return planFromApscheduler(content.bytes, Zone::system());
    case ImportFormat::Crontab: break;
    }
    const CrontabSurroundings surroundings{
        QDir::homePath(), qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME")),
        content.hasUserColumn || invocation.has(u"system"_qs)};
    return planFromCrontab(QString::fromUtf8(content.bytes), surroundings);
}

} // namespace

Result<ImportSource> readImportSource(const Invocation &invocation, const JobContext &context)
{
    const QString name = invocation.argument(0);
    const bool isAddress = name.startsWith(u"http://"_qs) || name.startsWith(u"https://"_qs);
    const auto content = isAddress ? fromAddress(invocation) : fromFile(name);
    if (!content)
        return content.error();
    ImportFormat format = content->format.value_or(guessImportFormat(content->bytes));
    if (const auto index = importFormatNames().indexOf(invocation.value(u"format"_qs)); index >= 0)
        format = ImportFormat(index);
    auto plan = planOf(*content, format, invocation);
    if (!plan)
        return Error{plan.error().code,
                     //: %1 file name, %2 a sentence
                     CoreText::tr("%1: %2").arg(isAddress ? name : QFileInfo(name).fileName(),
                                                plan.error().message),
                     plan.error().field};
    settlePlan(*plan, context);
    return ImportSource{format, *std::move(plan)};
}

} // namespace carillon::ctl
