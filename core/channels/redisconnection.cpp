// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/channels/redisconnection.h"

#include "core/channels/redisnotifiers.h"
#include "core/util/coretext.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QPointer>

#include <hiredis/async.h>

#include <memory>
#include <type_traits>

namespace carillon {

namespace {

RedisReply readReply(const redisReply &reply)
{
    RedisReply read;
    switch (reply.type) {
    case REDIS_REPLY_STATUS: read.kind = RedisReply::Kind::Status; break;
    case REDIS_REPLY_STRING: read.kind = RedisReply::Kind::Text; break;
    case REDIS_REPLY_ERROR: read.kind = RedisReply::Kind::Failure; break;
    case REDIS_REPLY_INTEGER:
        read.kind = RedisReply::Kind::Number;
        read.number = reply.integer;
        return read;
    case REDIS_REPLY_ARRAY:
        read.kind = RedisReply::Kind::List;
        for (std::size_t i = 0; i < reply.elements; ++i)
            read.items.push_back(readReply(*reply.element[i]));
        return read;
    default: return read;
    }
    read.text = QByteArray(reply.str, qsizetype(reply.len));
    return read;
}

/// Makes hiredis refuse what a Redis server never sends here: it would believe any number, and
/// make room for it.
void limitReplies(redisAsyncContext &context)
{
    using Functions = std::remove_pointer_t<decltype(context.c.reader->fn)>;
    static const Functions usual = *context.c.reader->fn;
    static Functions limited = [] {
        Functions functions = usual;
        functions.createArray = [](const redisReadTask *task, auto elements) -> void * {
            constexpr auto most = 1'000'000;
            return elements <= most ? usual.createArray(task, elements) : nullptr;
        };
        return functions;
    }();
    context.c.reader->fn = &limited;
}

QString libraryText(const redisAsyncContext *context)
{
    const QString text = context->errstr ? QString::fromUtf8(context->errstr).trimmed() : QString();
    return text.isEmpty() ? CoreText::tr("The server has closed the connection.") : text;
}

} // namespace

/// A context knows its connection by `data`; null there means that it has been given up.
struct RedisConnection::Hooks
{
    static RedisConnection *owner(const redisAsyncContext *context)
    {
        return static_cast<RedisConnection *>(context->data);
    }
    static void connected(const redisAsyncContext *context, int status)
    {
        RedisConnection *self = owner(context);
        if (self && status == REDIS_OK)
            self->onConnected();
        else if (self)
            lost(context);
    }
    static void disconnected(const redisAsyncContext *context, int)
    {
        if (owner(context))
            lost(context);
    }
    /// hiredis frees the context afterwards.
    static void lost(const redisAsyncContext *context)
    {
        RedisConnection *self = owner(context);
        self->m_context->data = nullptr;
        self->m_context = nullptr;
        self->onLost(libraryText(context));
    }
    /// With null as the reply when the connection ends.
    static void replied(redisAsyncContext *context, void *reply, void *data)
    {
        const std::unique_ptr<Reply> told(static_cast<Reply *>(data));
        RedisConnection *self = owner(context);
        if (self && reply)
            self->onReply(readReply(*static_cast<redisReply *>(reply)), *told);
    }
    static void heard(redisAsyncContext *context, void *reply, void *)
    {
        RedisConnection *self = owner(context);
        if (self && reply)
            self->onSubscribed(readReply(*static_cast<redisReply *>(reply)));
    }
};

RedisConnection::RedisConnection(std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { close(CoreText::tr("The server does not answer.")); });
}

RedisConnection::~RedisConnection()
{
    drop();
}

void RedisConnection::open(const RedisAddress &address)
{
    drop();
    m_patience.start();
    if (!address.socket.isEmpty()) {
        adopt(redisAsyncConnectUnix(address.socket.toLocal8Bit().constData()));
        return;
    }
    if (!QHostAddress(address.host).isNull()) {
        connectTo(address.host, address.port);
        return;
    }
    // hiredis would wait for the answer.
    QHostInfo::lookupHost(address.host, this,
                          [this, attempt = m_attempt, port = address.port](const QHostInfo &info) {
                              if (attempt != m_attempt)
                                  return;
                              if (info.addresses().isEmpty())
                                  close(
                                      CoreText::tr("There is no host “%1”.").arg(info.hostName()));
                              else
                                  connectTo(info.addresses().first().toString(), port);
                          });
}

void RedisConnection::connectTo(const QString &numericHost, quint16 port)
{
    adopt(redisAsyncConnect(numericHost.toLatin1().constData(), port));
}

void RedisConnection::adopt(redisAsyncContext *context)
{
    if (!context || context->err != 0) {
        const QString why = context ? libraryText(context) : QString();
        if (context)
            redisAsyncFree(context);
        close(why);
        return;
    }
    m_context = context;
    m_context->data = this;
    limitReplies(*m_context);
    RedisNotifiers::attach(*m_context);
    redisAsyncSetDisconnectCallback(m_context, &Hooks::disconnected);
    redisAsyncSetConnectCallback(m_context, &Hooks::connected);
}

void RedisConnection::onConnected()
{
    m_isOpen = true;
    m_patience.stop();
    RedisNotifiers::keepAlive(*m_context);
    emit opened();
}

void RedisConnection::onLost(const QString &why)
{
    drop();
    emit closed(why);
}

void RedisConnection::close(const QString &why)
{
    drop();
    QMetaObject::invokeMethod(
        this,
        [this, why, attempt = m_attempt] {
            if (attempt == m_attempt)
                emit closed(why);
        },
        Qt::QueuedConnection);
}

/// Whatever is still on its way from it is nobody's any more.
void RedisConnection::drop()
{
    ++m_attempt;
    m_isOpen = false;
    m_awaited = 0;
    m_patience.stop();
    m_message = nullptr;
    m_subscribed = nullptr;
    if (redisAsyncContext *context = std::exchange(m_context, nullptr)) {
        context->data = nullptr;
        redisAsyncFree(context);
    }
}

void RedisConnection::awaitOne()
{
    if (m_awaited++ == 0)
        m_patience.start();
}

void RedisConnection::send(const QByteArrayList &words, Reply reply)
{
    if (!m_isOpen)
        return;
    std::vector<const char *> texts;
    std::vector<std::size_t> sizes;
    for (const QByteArray &word : words) {
        texts.push_back(word.constData());
        sizes.push_back(std::size_t(word.size()));
    }
    auto told = std::make_unique<Reply>(std::move(reply));
    if (redisAsyncCommandArgv(m_context, &Hooks::replied, told.get(), int(texts.size()),
                              texts.data(), sizes.data()) != REDIS_OK)
        return;
    static_cast<void>(told.release()); // comes back with the reply
    awaitOne();
}

void RedisConnection::onReply(const RedisReply &reply, const Reply &told)
{
    if (--m_awaited == 0)
        m_patience.stop();
    else
        m_patience.start();
    told(reply);
}

void RedisConnection::subscribe(const QByteArray &channel,
                                std::function<void(const QByteArray &)> message,
                                std::function<void()> done)
{
    if (!m_isOpen)
        return;
    m_message = std::move(message);
    m_subscribed = std::move(done);
    redisAsyncCommand(m_context, &Hooks::heard, nullptr, "SUBSCRIBE %b", channel.constData(),
                      std::size_t(channel.size()));
    awaitOne();
}

/// `["subscribe", channel, 1]`, then `["message", channel, text]` for each.
void RedisConnection::onSubscribed(const RedisReply &reply)
{
    if (reply.items.size() != 3)
        return;
    if (reply.items[0].text == "message") {
        m_message(reply.items[2].text);
        return;
    }
    m_patience.stop();
    m_awaited = 0;
    if (const auto done = std::exchange(m_subscribed, nullptr))
        done();
}

} // namespace carillon
