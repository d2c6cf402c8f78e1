// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/channels/messageintake.h"

#include "core/util/logging.h"
#include "core/util/quoted.h"
#include "core/util/textdecoder.h"

#include <QPointer>
#include <QRandomGenerator>

namespace carillon {

namespace {

constexpr std::size_t mostRefusals = 100;
constexpr qsizetype mostShown = 1000; // bytes of a message

bool mayPass(const Error &error)
{
    return error.code == ErrorCode::StoreBusy || error.code == ErrorCode::StoreFull;
}

} // namespace

MessageIntake::MessageIntake(Handler handler, const Clock &clock, Backoff retry, QObject *parent)
    : QObject(parent),
      m_handler(std::move(handler)),
      m_clock(clock),
      m_retry(retry)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MessageIntake::perform);
}

void MessageIntake::take(const QByteArray &message, bool isRepeat, Settled settled)
{
    Q_ASSERT(!isBusy());
    m_message = message;
    m_isRepeat = isRepeat;
    m_settled = std::move(settled);
    // A turn of the event loop for each, so that many of them keep nobody waiting.
    m_timer.start(0);
}

void MessageIntake::perform()
{
    m_handler(m_message, m_isRepeat, [self = QPointer(this)](const Result<> &done) {
        if (self)
            self->finish(done);
    });
}

void MessageIntake::finish(const Result<> &done)
{
    if (done) {
        ++m_accepted;
        settle(true);
    } else if (mayPass(done.error())) {
        log::channels().warn("a message waits: {}", done.error().message);
        m_isRepeat = true;
        m_timer.start(m_retry.next(QRandomGenerator::global()->generateDouble()));
    } else {
        keep(done.error());
        settle(false);
    }
}

void MessageIntake::settle(bool accepted)
{
    m_retry.reset();
    m_message.clear();
    std::exchange(m_settled, nullptr)(accepted);
}

void MessageIntake::keep(const Error &error)
{
    const QString shown = TextDecoder::text(
        QByteArrayView(m_message).first(std::min(mostShown, m_message.size())), TextEncoding::Utf8);
    log::channels().warn("message refused: {}; it is {}", error.message, oneLine(shown));
    ++m_refused;
    m_refusals.push_front({m_clock.now(), shown, error.message});
    if (m_refusals.size() > mostRefusals)
        m_refusals.pop_back();
}

void MessageIntake::tell(ChannelHealth &health) const
{
    health.accepted = m_accepted;
    health.refused = m_refused;
    health.waiting += isBusy() ? 1 : 0;
    health.refusals.assign(m_refusals.begin(), m_refusals.end());
}

} // namespace carillon
