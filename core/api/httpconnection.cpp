// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/httpconnection.h"

#include "core/api/apierror.h"
#include "core/api/httpanswertext.h"
#include "core/util/coretext.h"

#include <array>

namespace carillon {

namespace {

constexpr qsizetype readAtOnce = 16 * 1024;
constexpr qsizetype keptInput = 64 * 1024;  ///< bytes of requests that come early
constexpr qsizetype joinedBody = 16 * 1024; ///< up to here a copy is cheaper than a write
constexpr qsizetype discardedInput = 64 * 1024 * 1024; ///< bytes; then it is no accident
constexpr qsizetype leastTaken = 4 * 1024;             ///< bytes that count as reading

} // namespace

HttpConnection::HttpConnection(std::unique_ptr<ByteChannel> channel, ApiCaller caller,
                               const ServerSurroundings &surroundings)
    : m_channel(std::move(channel)),
      m_caller(std::move(caller)),
      m_surroundings(surroundings),
      m_parser(surroundings.limits)
{
    connect(m_channel.get(), &ByteChannel::readable, this, &HttpConnection::becameReadable);
    connect(m_channel.get(), &ByteChannel::sent, this, &HttpConnection::goOn);
    connect(m_channel.get(), &ByteChannel::broken, this, &HttpConnection::close);
    enter(State::Receiving);
    allow(m_surroundings.limits.requestTime);
}

HttpConnection::~HttpConnection() = default;

void HttpConnection::becameReadable()
{
    switch (m_state) {
    case State::Receiving: return receive();
    case State::Answering:
    case State::Sending: return keepInput();
    case State::Draining: return discardInput();
    case State::Closed: return;
    }
}

void HttpConnection::receive()
{
    std::array<char, readAtOnce> buffer; // not initialised, it would cost more than a request
    while (m_state == State::Receiving) {
        const qsizetype count = m_channel->read(buffer.data(), buffer.size());
        if (count == 0) {
            if (m_channel->hasEnded())
                endInput();
            return;
        }
        take(QByteArrayView(buffer.data(), count));
    }
}

void HttpConnection::take(QByteArrayView bytes)
{
    const bool begins = m_parser.isEmpty();
    const qsizetype taken = m_parser.take(bytes);
    if (const auto &refusal = m_parser.refusal())
        return refuse(refusal->status, refusal->message);
    m_input += bytes.sliced(taken);
    if (m_parser.isComplete()) {
        enter(State::Answering);
        emit requested();
        return;
    }
    if (begins && m_hasServed)
        allow(m_surroundings.limits.requestTime);
    if (m_parser.awaitsContinue() && !std::exchange(m_hasAllowed, true))
        m_channel->write("HTTP/1.1 100 Continue\r\n\r\n");
}

void HttpConnection::keepInput()
{
    std::array<char, readAtOnce> buffer;
    while (m_input.size() < keptInput) {
        const qsizetype count = m_channel->read(buffer.data(), buffer.size());
        if (count == 0) {
            // The answer may still be wanted, but nobody listens to a stream with one ear.
            if (m_channel->hasEnded() && m_stream)
                close();
            return;
        }
        m_input += QByteArrayView(buffer.data(), count);
    }
    m_channel->setReading(false);
}

void HttpConnection::discardInput()
{
    std::array<char, readAtOnce> buffer;
    qsizetype count = 0;
    while ((count = m_channel->read(buffer.data(), buffer.size())) > 0) {
        m_discarded += count;
        if (m_discarded > discardedInput)
            return close();
    }
    if (m_channel->hasEnded())
        close();
}

void HttpConnection::endInput()
{
    if (m_parser.isEmpty())
        close();
    else
        refuse(400, CoreText::tr("The request ended early."));
}

ApiRequest HttpConnection::takeRequest()
{
    m_closes = !m_parser.keepsAlive();
    m_isToOld = m_parser.isOld();
    ApiRequest request = m_parser.takeRequest();
    m_isToHead = request.method == "HEAD";
    request.caller = m_caller;
    return request;
}

void HttpConnection::answer(const ApiResponse &response)
{
    if (m_state != State::Answering)
        return;
    m_closes = m_closes || (m_isToOld && response.stream); // whose end is told by nothing else
    const AnswerContext context{m_isToOld, m_closes, m_surroundings.date};
    const QByteArray head = answerHead(response, context);
    enter(State::Sending);
    if (m_isToHead || !mayHaveBody(response.status))
        m_channel->write(head);
    else
        sendBody(response, head);
    goOn();
}

void HttpConnection::sendBody(const ApiResponse &response, const QByteArray &head)
{
    if (response.stream) {
        m_channel->write(head);
        beginStream(response.stream);
    } else if (response.body.size() <= joinedBody) {
        m_channel->write(head + response.body);
    } else {
        m_channel->write(head);
        m_channel->write(response.body);
    }
}

void HttpConnection::beginStream(const std::shared_ptr<ApiStream> &stream)
{
    m_stream = std::make_unique<StreamedBody>(stream, *m_channel, !m_isToOld);
    connect(m_stream.get(), &StreamedBody::sent, this, &HttpConnection::goOn);
    connect(m_stream.get(), &StreamedBody::ended, this, &HttpConnection::endStream);
}

void HttpConnection::endStream()
{
    m_stream.release()->deleteLater(); // it is the one that says so
    goOn();
}

/// Does what comes next once the client has taken everything so far.
void HttpConnection::goOn()
{
    if (m_state != State::Sending)
        return;
    if (m_channel->unsent() > 0) {
        if (m_deadline == 0)
            allow(m_surroundings.limits.stallTime);
        return;
    }
    m_deadline = 0;
    if (m_stream) {
        m_stream->askForMore();
    } else if (m_closes) {
        finish();
    } else {
        next();
    }
}

void HttpConnection::next()
{
    enter(State::Receiving);
    allow(m_surroundings.limits.idleTime);
    m_hasServed = true;
    m_hasAllowed = false;
    if (!m_input.isEmpty()) {
        const QByteArray input = std::exchange(m_input, {});
        if (input.size() >= keptInput)
            m_channel->setReading(true);
        take(input);
    }
    if (m_state == State::Receiving && m_channel->hasEnded())
        endInput();
}

void HttpConnection::refuse(int status, const QString &message)
{
    if (m_state == State::Draining || m_state == State::Closed)
        return;
    m_closes = true;
    m_stream.reset();
    m_input.clear();
    enter(State::Sending);
    const ApiResponse response = errorResponse(status, message);
    m_channel->write(answerHead(response, {false, true, m_surroundings.date}) + response.body);
    goOn();
}

/// Closing at once would reset the connection if the client is still sending, and take the answer
/// from it.
void HttpConnection::finish()
{
    enter(State::Draining);
    allow(m_surroundings.limits.drainTime);
    m_channel->endOutput();
    m_channel->setReading(true);
    discardInput();
}

void HttpConnection::close()
{
    if (m_state == State::Closed)
        return;
    enter(State::Closed);
    m_stream.reset();
    emit closed();
}

void HttpConnection::checkTime()
{
    if (m_deadline == 0 || m_surroundings.now < m_deadline)
        return;
    if (m_state == State::Receiving && !m_parser.isEmpty())
        refuse(408, CoreText::tr("The request did not arrive in time."));
    else if (m_state == State::Sending && takesItsAnswer())
        allow(m_surroundings.limits.stallTime);
    else
        close();
}

bool HttpConnection::takesItsAnswer() const
{
    const qsizetype taken = m_unsent - m_channel->unsent();
    return taken >= std::min(m_unsent, leastTaken);
}

HttpConnection::Dispensable HttpConnection::dispensable() const
{
    switch (m_state) {
    case State::Receiving: return Dispensable::Waiting;
    case State::Answering: return Dispensable::No;
    case State::Sending: return m_channel->unsent() > 0 ? Dispensable::Stalled : Dispensable::No;
    case State::Draining:
    case State::Closed: break;
    }
    return Dispensable::Finishing;
}

void HttpConnection::enter(State state)
{
    m_state = state;
    m_since = m_surroundings.now;
    m_deadline = 0;
}

void HttpConnection::allow(std::chrono::milliseconds time)
{
    // One more, because the current one may be about to end.
    m_deadline = m_surroundings.now + 1 + std::max<ServerTick>(1, time / m_surroundings.tickLength);
    m_unsent = m_channel->unsent();
}

} // namespace carillon
