// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/redisarguments.h"

#include "core/channels/redisaddress.h"
#include "core/util/coretext.h"

namespace carillon {

namespace {

Error wrongRedisOption(const QString &message)
{
    return {ErrorCode::InvalidInput, message};
}

} // namespace

QList<QCommandLineOption> redisOptions()
{
    return {
        {u"redis"_qs, CoreText::tr("Take messages from this Redis server."), u"URL"_qs},
        {u"redis-name"_qs, CoreText::tr("The channel or list there; default kinit_queue."),
         u"NAME"_qs},
        {u"redis-mode"_qs, CoreText::tr("channel (published) or list (none is lost)."), u"WORD"_qs},
        {u"redis-password-file"_qs, CoreText::tr("The file whose first line is its password."),
         u"FILE"_qs},
    };
}

Result<RedisArguments> readRedisArguments(const QMap<QString, QString> &options)
{
    RedisArguments arguments{options.value(u"redis"_qs), options.value(u"redis-name"_qs),
                             options.value(u"redis-mode"_qs),
                             options.value(u"redis-password-file"_qs)};
    if (options.contains(u"redis"_qs)) {
        const auto address = redisAddressFromText(arguments.url);
        if (!address)
            return wrongRedisOption(u"--redis: "_qs + address.error().message);
        if (!address->password.isEmpty())
            return wrongRedisOption(CoreText::tr("--redis: others can read a password here; "
                                                 "--redis-password-file names a file with it."));
    }
    const QString mode = options.value(u"redis-mode"_qs, u"channel"_qs);
    if (mode != u"channel" && mode != u"list")
        return wrongRedisOption(CoreText::tr("--redis-mode: channel or list is accepted."));
    return arguments;
}

void applyRedisArguments(const RedisArguments &arguments, Settings &settings)
{
    const auto apply = [](const QString &text, QString &field) {
        if (!text.isEmpty())
            field = text;
    };
    apply(arguments.url, settings.redisUrl);
    apply(arguments.name, settings.redisName);
    apply(arguments.passwordFile, settings.redisPasswordFile);
    if (!arguments.mode.isEmpty())
        settings.redisMode =
            arguments.mode == u"list" ? Settings::RedisMode::List : Settings::RedisMode::Channel;
}

} // namespace carillon
