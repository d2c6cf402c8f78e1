// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messagechannels.h"

#include "core/api/kinitdesk.h"
#include "core/channels/redisaddress.h"
#include "core/scheduler/scheduler.h"
#include "core/util/coretext.h"

#ifdef CARILLON_REDIS
#include "core/channels/redischannel.h"
#else
namespace carillon {
class RedisChannel
{
};
} // namespace carillon
#endif

#include <QFile>

namespace carillon {

namespace {

/// Where the server is, with the password from its file.
[[maybe_unused]] Result<RedisAddress> addressFrom(const Settings &settings)
{
    auto address = redisAddressFromText(settings.redisUrl);
    if (!address || settings.redisPasswordFile.isEmpty())
        return address;
    QFile file(settings.redisPasswordFile);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    QByteArray password = isOpen ? file.readLine(4096) : QByteArray();
    while (password.endsWith('\n') || password.endsWith('\r'))
        password.chop(1);
    if (password.isEmpty())
        return Error{ErrorCode::NotAllowed,
                     CoreText::tr("There is no password in “%1”.").arg(settings.redisPasswordFile)};
    address->password = QString::fromUtf8(password);
    return address;
}

} // namespace

MessageChannels::MessageChannels(Scheduler &scheduler, KinitDesk &desk, const Clock &clock)
    : m_scheduler(scheduler),
      m_desk(desk),
      m_clock(clock)
{
}

MessageChannels::~MessageChannels()
{
    m_scheduler.setChannels(nullptr);
}

#ifdef CARILLON_REDIS

Result<> MessageChannels::start(const Settings &settings)
{
    if (settings.redisUrl.isEmpty())
        return {};
    const auto address = addressFrom(settings);
    if (!address)
        return address.error();
    const auto take = [this](const QByteArray &message, bool isRepeat, MessageIntake::Done done) {
        m_desk.take(message, {u"redis"_qs, isRepeat},
                    [done = std::move(done)](const Result<KinitDesk::Done> &answer) {
                        done(answer ? Result<>() : Result<>(answer.error()));
                    });
    };
    const RedisChannel::Options options{.address = *address,
                                        .name = settings.redisName,
                                        .isList = settings.redisMode == Settings::RedisMode::List};
    m_redis = std::make_unique<RedisChannel>(take, options, m_clock);
    m_scheduler.setChannels([this] { return std::vector{m_redis->health()}; });
    m_redis->start();
    return {};
}

#else

Result<> MessageChannels::start(const Settings &settings)
{
    if (settings.redisUrl.isEmpty())
        return {};
    return invalidInput("redis/url", CoreText::tr("This Carillon was built without hiredis: it "
                                                  "takes no messages from Redis servers."));
}

#endif

} // namespace carillon
